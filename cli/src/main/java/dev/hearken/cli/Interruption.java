package dev.hearken.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C as a wish to end: true once it, or SIGTERM, was heard. The process then lives on until this is closed, at most
 * {@value #PATIENCE_SECONDS} seconds, so that what is done so far can be kept.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean heard;

    private Interruption() {}

    static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::holdTheEnd, "interruption"));
        return interruption;
    }

    @Override
    public boolean getAsBoolean() {
        return heard;
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void holdTheEnd() {
        heard = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("hearken: not ended after " + PATIENCE_SECONDS + " s; leaving it");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
