package dev.hearken.server.streams;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Detector;
import dev.hearken.core.streaming.Hop;
import dev.hearken.server.streams.Listeners.Listener;
import java.util.List;
import java.util.Optional;

/** One project's model listening to one stream, and what it tells of it. */
final class ProjectEar {
    private final Listener listener;
    private final ModelMetadata metadata;
    private final StreamJournal journal;
    private final Detector detector;
    private final int sampleRateHz;

    ProjectEar(Listener listener, StreamOpening opening) {
        this.listener = listener;
        this.metadata = listener.pool().model().metadata();
        this.journal = listener.journal();
        this.detector = listener.pool().detector(opening.sampleRateHz(), opening.thresholds(metadata));
        this.sampleRateHz = opening.sampleRateHz();
    }

    String ready() {
        return StreamMessages.ready(listener.version(), metadata);
    }

    /** What is heard in the next samples, if they complete a hop. */
    Optional<String> hear(float[] samples) {
        long start = System.nanoTime();
        journal.listened(samples.length, sampleRateHz);
        return told(detector.push(samples), start);
    }

    /** What is heard at the end of the stream. */
    Optional<String> flush() {
        long start = System.nanoTime();
        return told(detector.flush(), start);
    }

    private Optional<String> told(List<Hop> hops, long startNanos) {
        return hops.isEmpty()
                ? Optional.empty()
                : Optional.of(StreamMessages.heard(
                        listener.version().project(),
                        hops,
                        metadata.sampleRateHz(),
                        detection -> journal.detected(detection, System.nanoTime() - startNanos)));
    }
}
