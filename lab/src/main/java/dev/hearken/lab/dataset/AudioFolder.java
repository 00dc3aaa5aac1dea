package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * {@code metadata.csv} or {@code metadata.jsonl} with a column {@code file_name}, for the whole folder or one in the folder of each part:
 * Hugging Face's audiofolder.
 *
 * <p>The label column is optional; what is not understood becomes an attribute. See
 * https://huggingface.co/docs/datasets/audio_dataset.
 */
final class AudioFolder implements Layout {
    private static final Set<String> NAMES = Set.of("metadata.csv", "metadata.jsonl");

    @Override
    public String word() {
        return "audiofolder";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !manifests(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        ManifestReader reader = new ManifestReader(folder, findings);
        manifests(folder).forEach(reader::read);
    }

    private static List<Path> manifests(DataFolder folder) {
        return folder.files(NAMES::contains).stream()
                .filter(file ->
                        Rows.first(file).stream().anyMatch(row -> row.values().containsKey("file_name")))
                .toList();
    }
}
