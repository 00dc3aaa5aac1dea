package dev.hearken.cli;

import dev.hearken.core.streaming.Detector;
import dev.hearken.core.streaming.SpeechGate;
import dev.hearken.core.streaming.StreamListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --vad}: whether detections count only where somebody speaks. */
final class SpeechGateOption {
    @Option(
            names = "--vad",
            description =
                    "Only detect where somebody speaks, as Silero VAD hears it: for phrases, not for other sounds.")
    private boolean wanted;

    /** The gate, if one is wanted. */
    @Nullable
    SpeechGate open() {
        return wanted ? SpeechGate.open() : null;
    }

    /** What listens to a stream: the detector, behind the gate if there is one. */
    static StreamListener listener(@Nullable SpeechGate gate, Detector detector, int sampleRateHz) {
        return gate == null ? detector : gate.guard(detector, sampleRateHz);
    }
}
