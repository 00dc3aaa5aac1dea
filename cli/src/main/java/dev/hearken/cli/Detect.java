package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.streaming.SpeechGate;
import dev.hearken.core.streaming.StreamListener;
import dev.hearken.core.streaming.Thresholds;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken detect}: where in recordings or a live stream a model hears its labels. */
@Command(
        name = "detect",
        description = {
            "Say where in recordings, or in what comes in, a model hears its labels: one line of JSON a detection, as"
                    + " soon as it is known.",
            "end_s is the moment it was told, start_s the usual length of the event before. Of several recordings each"
                    + " line names its file."
        },
        footer = {
            "",
            "Example: hearken detect hey-computer.onnx meeting.wav",
            "Example: arecord -f S16_LE -r 16000 -c 1 | hearken detect hey-computer.onnx -"
        })
final class Detect implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings: files, folders, quoted globs, or - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description =
                    "The input has no header: signed 16-bit samples, little-endian, one channel, so many a second.")
    private @Nullable Integer rate;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private SpeechGateOption vad = new SpeechGateOption();

    private boolean allRead = true;

    @Override
    public Integer call() {
        if (rate != null && (rate < 1_000 || rate > 384_000)) {
            throw new ParameterException(spec.commandLine(), "--rate must be in [1000, 384000], got " + rate);
        }
        List<Recording> recordings =
                files.stream().flatMap(file -> Recording.named(file).stream()).toList();
        try (DetectorPool pool = DetectorPool.open(home.model(model));
                SpeechGate gate = vad.open()) {
            Thresholds thresholds = threshold.of(pool.model().metadata(), spec);
            for (Recording recording : recordings) {
                Optional<String> file = recordings.size() > 1 ? Optional.of(recording.name()) : Optional.empty();
                try {
                    listen(
                            hertz -> SpeechGateOption.listener(gate, pool.detector(hertz, thresholds), hertz),
                            recording,
                            file);
                } catch (HearkenException unreadable) {
                    tell(recording, unreadable);
                }
            }
        }
        return allRead ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void listen(IntFunction<StreamListener> listeners, Recording recording, Optional<String> file) {
        PrintWriter out = spec.commandLine().getOut();
        AtomicReference<@Nullable StreamListener> listening = new AtomicReference<>();
        OptionalInt rawRate = rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
        try {
            SoundBlocks.play(recording, rawRate, sampleRate -> {
                StreamListener listener = listeners.apply(sampleRate);
                listening.set(listener);
                return block -> DetectionLine.print(out, listener.push(block), file);
            });
        } finally {
            // What was heard before the sound broke off was heard.
            StreamListener listener = listening.get();
            if (listener != null) {
                DetectionLine.print(out, listener.flush(), file);
            }
        }
    }

    private void tell(Recording recording, HearkenException unreadable) {
        if (unreadable.kind() != HearkenException.Kind.USER) {
            throw unreadable;
        }
        allRead = false;
        new UnreadRecording(recording, unreadable.code(), String.valueOf(unreadable.getMessage())).tell(spec);
    }
}
