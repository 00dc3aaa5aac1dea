package dev.hearken.server.problems;

import dev.hearken.server.UploadLimits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, given up where its sender would keep a thread for ages by sending a little now and then. Silence ends by the
 * connection's own timeout.
 */
final class SlowSender implements InputBuffer {
    private final InputBuffer body;
    private final UploadLimits limits;
    private final long start = System.nanoTime();
    private long bytes;

    SlowSender(InputBuffer body, UploadLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    /** Whether reading a body failed because its sender was too slow or silent. */
    static boolean isOne(Throwable failure) {
        return failure instanceof SocketTimeoutException;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = body.doRead(handler);
        bytes += Math.max(0, read);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        boolean slow = bytes < taken.toMillis() * limits.bytesPerSecond() / 1_000;
        if (read >= 0 && slow && taken.compareTo(limits.patience()) > 0) {
            throw new SocketTimeoutException("%d bytes in %d s".formatted(bytes, taken.toSeconds()));
        }
        return read;
    }

    @Override
    public int available() {
        return body.available();
    }
}
