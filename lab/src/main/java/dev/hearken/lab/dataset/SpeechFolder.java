package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recordings that need no labels: every audio file below a folder, with its speaker where a {@code metadata.csv} names one (see
 * {@link AudioFolder}).
 */
public final class SpeechFolder {
    private SpeechFolder() {}

    /**
     * The recordings in the order of their paths, all under the one label {@code kind}.
     *
     * @throws HearkenException {@code DATASET_NO_AUDIO}, {@code DATASET_NOT_FOUND} or another reason why it cannot be read
     */
    public static List<LabelledClip> read(Path root, String kind) {
        DataFolder folder = DataFolder.open(root);
        if (folder.audio().isEmpty()) {
            throw HearkenException.user("DATASET_NO_AUDIO", root + " holds no audio files");
        }
        Map<Path, Recording> told = told(folder);
        return folder.audio().stream()
                .map(file -> told.getOrDefault(folder.inside(file), Recording.of(file))
                        .labelled(new Label(kind)))
                .toList();
    }

    /** What the folder's metadata tell of its files. */
    private static Map<Path, Recording> told(DataFolder folder) {
        Map<Path, Recording> told = new HashMap<>();
        AudioFolder layout = new AudioFolder();
        if (layout.recognises(folder)) {
            Findings findings = new Findings(folder);
            layout.read(folder, findings);
            findings.in(layout).recordings().forEach(recording -> told.put(folder.inside(recording.file()), recording));
        }
        return told;
    }
}
