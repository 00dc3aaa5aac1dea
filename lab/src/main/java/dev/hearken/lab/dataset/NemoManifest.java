package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A line of JSON a clip, <code>{"audio_filepath": "a.wav", "offset": 1.5, "duration": 0.9, "command": "yes"}</code>: NVIDIA NeMo.
 *
 * <p>The label is {@code label} or {@code command}; {@code text} is one too where the same texts come again and again (see
 * {@link Transcripts}), and else a transcript. The part is told by the manifest's name, {@code test_manifest.json}.
 */
final class NemoManifest implements Layout {
    private static final Predicate<String> JSON_LINES = Pattern.compile(
                    ".*\\.(json|jsonl|manifest)", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    @Override
    public String word() {
        return "nemo";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !manifests(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        ManifestReader reader = new ManifestReader(folder, findings).takingTextForLabel();
        manifests(folder).forEach(reader::read);
    }

    private static List<Path> manifests(DataFolder folder) {
        return folder.files(JSON_LINES).stream()
                .filter(file ->
                        Rows.first(file).stream().anyMatch(row -> row.values().containsKey("audio_filepath")))
                .toList();
    }
}
