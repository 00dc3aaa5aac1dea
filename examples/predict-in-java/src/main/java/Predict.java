import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import java.nio.file.Path;

public class Predict {
    public static void main(String[] arguments) {
        try (Classifier digits = Classifier.open(Path.of(arguments[0]))) {
            if (AudioReader.standard().read(Path.of(arguments[1])) instanceof Decoded clip) {
                Prediction heard = digits.classify(clip.waveform());
                System.out.println(heard.label() + " " + heard.probability());
            }
        }
    }
}
