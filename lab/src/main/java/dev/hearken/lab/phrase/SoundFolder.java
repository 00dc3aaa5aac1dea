package dev.hearken.lab.phrase;

import dev.hearken.core.model.Licence;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.lab.dataset.SpeechFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Sounds somebody brings along.
 *
 * @param name what they are called in the model's credits
 * @param clips with the speaker as their group, and a transcript, where these are known
 */
public record SoundFolder(String name, List<LabelledClip> clips) {
    private static final String KIND = "sound";

    public SoundFolder {
        clips = List.copyOf(clips);
    }

    /**
     * All audio files below a folder; a {@code metadata.csv} tells more of them.
     *
     * @throws dev.hearken.core.HearkenException if it cannot be read or holds no audio
     */
    public static SoundFolder read(Path folder) {
        return new SoundFolder(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()), SpeechFolder.read(folder, KIND));
    }

    /** What is known of each. */
    List<Recording> recordings() {
        return clips.stream().map(LabelledClip::recording).toList();
    }

    Licence credit() {
        return new Licence(name, "as its owner allows", "whoever brought it");
    }
}
