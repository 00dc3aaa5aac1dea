package dev.hearken.server.streams;

import dev.hearken.core.HearkenException;
import dev.hearken.server.streams.Listeners.Listener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream, heard by one project's model or several. A message is answered before the next is read, so a client that sends faster than it is listened to is held back by its
 * own connection, and nothing piles up here.
 */
final class StreamEndpoint extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);

    /** More than a second at 48 kHz. */
    private static final int LARGEST_BLOCK_BYTES = 1 << 18;

    private static final int LONGEST_TEXT = 4_096;
    private static final long SILENCE_MILLIS = 60_000;

    private final List<Listener> listeners;
    private @Nullable StreamOpening opening;
    private List<ProjectEar> ears = List.of();

    /** @param listeners the models that hear it, which it closes with itself */
    StreamEndpoint(List<Listener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(SILENCE_MILLIS);
        session.setMaxBinaryMessageBufferSize(LARGEST_BLOCK_BYTES);
        session.setMaxTextMessageBufferSize(LONGEST_TEXT);
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>)
                text -> guarded(session, () -> read(session, text)));
        session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>)
                block -> guarded(session, () -> hear(session, block)));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        release();
    }

    @Override
    public void onError(Session session, Throwable failure) {
        release();
    }

    private void release() {
        listeners.forEach(Listener::close);
    }

    private interface Reaction {
        void react() throws IOException;
    }

    /** Whatever goes wrong is told, and ends the stream. */
    private void guarded(Session session, Reaction reaction) {
        try {
            reaction.react();
        } catch (HearkenException named) {
            refuse(session, named.code(), String.valueOf(named.getMessage()));
        } catch (IOException gone) {
            release();
        }
    }

    private void read(Session session, String text) throws IOException {
        if (opening == null) {
            open(session, StreamOpening.parse(text));
        } else if (text.contains("\"flush\"")) {
            for (ProjectEar ear : ears) {
                tell(session, ear.flush());
            }
            session.getBasicRemote().sendText(StreamMessages.ended());
        } else {
            throw HearkenException.user("BAD_MESSAGE", "send samples as binary messages, or {\"type\": \"flush\"}");
        }
    }

    private void open(Session session, StreamOpening wanted) throws IOException {
        opening = wanted;
        ears = listeners.stream()
                .map(listener -> new ProjectEar(listener, wanted))
                .toList();
        for (ProjectEar ear : ears) {
            session.getBasicRemote().sendText(ear.ready());
        }
    }

    private void hear(Session session, ByteBuffer block) throws IOException {
        StreamOpening wanted = opening;
        if (wanted == null) {
            throw HearkenException.user("BAD_OPENING", "name the sample rate and encoding before the first samples");
        }
        if (!wanted.encoding().fits(block.remaining())) {
            throw HearkenException.user("BAD_BLOCK", block.remaining() + " bytes are no whole samples");
        }
        float[] samples = wanted.encoding().decode(block);
        for (ProjectEar ear : ears) {
            tell(session, ear.hear(samples));
        }
    }

    private static void tell(Session session, Optional<String> message) throws IOException {
        if (message.isPresent()) {
            session.getBasicRemote().sendText(message.get());
        }
    }

    private void refuse(Session session, String code, String detail) {
        LOG.atInfo().addKeyValue("code", code).log("stream refused");
        try {
            session.getBasicRemote().sendText(StreamMessages.problem(code, detail));
            session.close(new CloseReason(CloseCodes.CANNOT_ACCEPT, code));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            release();
        }
    }
}
