package dev.hearken.server.models;

import dev.hearken.core.inference.Classifier;
import dev.hearken.store.registry.ModelVersion;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A loaded model and how many are using it. Its native memory is given back when the last one is done after it was retired, never
 * under the hands of a request.
 */
final class ServedModel {
    private final ModelVersion version;
    private final Classifier classifier;

    /** One for the shelf it stands on until retired, and one for each user; at zero it is closed for good. */
    private final AtomicInteger holders = new AtomicInteger(1);

    ServedModel(ModelVersion version, Classifier classifier) {
        this.version = version;
        this.classifier = classifier;
    }

    ModelVersion version() {
        return version;
    }

    Classifier classifier() {
        return classifier;
    }

    /** Takes hold of it; false if it is gone already. */
    boolean hold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Ends one hold. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            classifier.close();
        }
    }
}
