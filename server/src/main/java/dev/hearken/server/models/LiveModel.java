package dev.hearken.server.models;

import dev.hearken.core.inference.Classifier;
import dev.hearken.store.registry.ModelVersion;
import java.util.concurrent.atomic.AtomicBoolean;

/** The hold one request has on a loaded model: the model stays usable until this is closed, even if another becomes live meanwhile. */
public final class LiveModel implements AutoCloseable {
    private final ServedModel served;
    private final AtomicBoolean released = new AtomicBoolean();

    LiveModel(ServedModel served) {
        this.served = served;
    }

    /** Which version it is. */
    public ModelVersion version() {
        return served.version();
    }

    /** The version, ready to answer. */
    public Classifier classifier() {
        return served.classifier();
    }

    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            served.release();
        }
    }
}
