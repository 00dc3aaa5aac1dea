package dev.hearken.lab.dataset;

import java.util.Map;
import java.util.Optional;

/** Recordings that a list of transcripts names without their endings. */
record SpokenFiles(References references) {
    /**
     * The recording of this name, with any ending of audio.
     *
     * @throws UnusableEntry if there is none
     */
    Recording recording(String name, String text, Optional<String> speaker) {
        UnusableEntry missing = null;
        for (String ending : DataFolder.endings()) {
            try {
                return Recording.of(references.file(name + ending))
                        .with(Map.of(Recording.TEXT, text))
                        .in(speaker);
            } catch (UnusableEntry notThis) {
                missing = notThis;
            }
        }
        throw new UnusableEntry(
                missing == null ? SkippedEntry.Reason.MISSING_FILE : missing.reason(), "there is no recording " + name);
    }
}
