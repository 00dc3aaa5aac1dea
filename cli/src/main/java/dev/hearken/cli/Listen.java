package dev.hearken.cli;

import dev.hearken.core.audio.PcmStream;
import dev.hearken.core.streaming.Detector;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.streaming.SpeechGate;
import dev.hearken.core.streaming.StreamListener;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken listen}: what a model hears through the microphone. */
@Command(
        name = "listen",
        description =
                "Say what a model hears through the microphone, until Ctrl-C: one line of JSON a detection, as detect"
                        + " prints them.",
        footer = {"", "Example: hearken listen hey-computer.onnx --false-alarms-per-hour 0.5"})
final class Listen implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private SpeechGateOption vad = new SpeechGateOption();

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (DetectorPool pool = DetectorPool.open(home.model(model));
                SpeechGate gate = vad.open();
                Microphone microphone = Microphone.open()) {
            PcmStream sound = microphone.sound();
            Detector detector = pool.detector(
                    sound.sampleRateHz(), threshold.of(pool.model().metadata(), spec));
            StreamListener listener = SpeechGateOption.listener(gate, detector, sound.sampleRateHz());
            Interruption interruption = Interruption.listen(err);
            err.println("listening; Ctrl-C ends");
            while (!interruption.getAsBoolean()) {
                DetectionLine.print(out, listener.push(sound.read()), Optional.empty());
            }
        }
    }
}
