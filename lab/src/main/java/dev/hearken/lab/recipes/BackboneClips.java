package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.SpeechFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * Recordings a backbone learns from, and those it never hears.
 *
 * @param trained in the order of their folders and paths
 * @param heldOut likewise
 */
record BackboneClips(List<LabelledClip> trained, List<LabelledClip> heldOut) {
    /**
     * What lies in these folders.
     *
     * @throws HearkenException {@code BACKBONE_NO_CLIPS} if nothing is left to train on, or nothing to measure by
     */
    static BackboneClips read(List<Path> folders, String kind, Holdout holdout) {
        List<LabelledClip> all = folders.stream()
                .flatMap(folder -> SpeechFolder.read(folder, kind).stream())
                .toList();
        BackboneClips clips = new BackboneClips(
                all.stream().filter(clip -> !holdout.keepsOut(clip)).toList(),
                all.stream().filter(holdout::keepsOut).toList());
        if (clips.trained.isEmpty() || clips.heldOut.isEmpty()) {
            throw HearkenException.user(
                    "BACKBONE_NO_CLIPS",
                    "of the recordings of %s %d would be trained on and %d held out; both need one: change --holdout or give more"
                            .formatted(kind, clips.trained.size(), clips.heldOut.size()));
        }
        return clips;
    }

    /** The sound of some of them. */
    static List<Waveform> load(List<LabelledClip> clips, int sampleRateHz) {
        return ClipLoader.at(sampleRateHz).load(clips).clips().stream()
                .map(LoadedClip::waveform)
                .toList();
    }

    /** The digest of what is trained on. */
    String digest() {
        return DatasetDigest.of(trained);
    }
}
