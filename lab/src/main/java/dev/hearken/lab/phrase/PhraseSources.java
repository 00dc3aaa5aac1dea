package dev.hearken.lab.phrase;

import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.lab.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a phrase's detector is made from.
 *
 * @param voices who says the phrase
 * @param studio where they say it
 * @param speech natural speech and other sounds; where transcripts tell that the phrase is said, it is cut out and learned from
 * @param noise noises to mix in
 * @param recordings people saying the phrase
 * @param pack the background made beforehand
 * @param cache where what was heard is kept
 */
public record PhraseSources(
        List<Voice> voices,
        SpeechStudio studio,
        List<SoundFolder> speech,
        List<SoundFolder> noise,
        Optional<SoundFolder> recordings,
        Pack pack,
        Path cache) {
    /** A background made beforehand. */
    public sealed interface Pack {
        /** The one in the box. */
        record InTheBox() implements Pack {}

        /** One in a folder. */
        record Folder(Path folder) implements Pack {}

        /** None: only what the folders of speech hold. */
        record None() implements Pack {}
    }

    public PhraseSources {
        voices = List.copyOf(voices);
        speech = List.copyOf(speech);
        noise = List.copyOf(noise);
    }
}
