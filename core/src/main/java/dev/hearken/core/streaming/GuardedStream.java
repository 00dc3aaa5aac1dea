package dev.hearken.core.streaming;

import java.util.List;
import java.util.Optional;

/** A detector whose detections count only where somebody speaks. */
record GuardedStream(Detector detector, SpeechTrack speech) implements StreamListener {
    @Override
    public List<Hop> push(float[] block) {
        speech.push(block);
        return detector.push(block).stream().map(this::guarded).toList();
    }

    @Override
    public List<Hop> flush() {
        speech.finish();
        List<Hop> rest = detector.flush().stream().map(this::guarded).toList();
        speech.reset();
        return rest;
    }

    private Hop guarded(Hop hop) {
        Optional<Detection> spoken =
                hop.detection().filter(detection -> speech.isSpoken(detection.startSeconds(), detection.endSeconds()));
        return new Hop(hop.endSample(), hop.posteriors(), spoken);
    }
}
