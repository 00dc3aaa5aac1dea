package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.Wav2Vec2;
import dev.hearken.core.model.Licence;
import java.nio.file.Path;

/**
 * A pretrained network the user brings, for {@code network=wav2vec2} to listen through.
 *
 * @param model its ONNX file
 * @param normalised whether it wants samples of mean 0 and variance 1
 */
public record FrontEndSettings(String model, boolean normalised) {
    /** None is brought. */
    static final FrontEndSettings NONE = new FrontEndSettings("", true);

    /**
     * The network in the file.
     *
     * @throws HearkenException {@code FRONT_END_MISSING} if none is named
     */
    FrontEnd open() {
        if (model.isEmpty()) {
            throw HearkenException.user(
                    "FRONT_END_MISSING",
                    "network=%s listens through a wav2vec2 or HuBERT file of yours: add front_end.model=FILE.onnx"
                            .formatted(Architectures.WAV2VEC2));
        }
        return new Wav2Vec2(Path.of(model), normalised);
    }

    /** Whose work it is, only the user knows. */
    Licence licence() {
        return new Licence(String.valueOf(Path.of(model).getFileName()), "as its owner gave it", "brought by the user");
    }
}
