package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code 84-121123.trans.txt} of {@code 84-121123-0000 GO DO YOU HEAR} beside {@code 84-121123-0000.flac}: LibriSpeech,
 * https://www.openslr.org/12. The first number is the reader.
 */
final class LibriSpeech implements Layout {
    private static final Predicate<String> TRANSCRIPTS =
            Pattern.compile(".+\\.trans\\.txt").asMatchPredicate();

    @Override
    public String word() {
        return "librispeech";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !folder.files(TRANSCRIPTS).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        for (Path transcripts : folder.files(TRANSCRIPTS)) {
            SpokenFiles files = new SpokenFiles(References.of(transcripts, folder));
            for (String line : ManifestText.lines(transcripts)) {
                List<String> entry = List.of(line.strip().split("\\s+", 2));
                if (entry.size() == 2) {
                    String id = entry.get(0);
                    Optional<String> reader = Optional.of(id.substring(0, (id + "-").indexOf('-')));
                    findings.add(
                            folder.inside(transcripts) + ": " + id, () -> files.recording(id, entry.get(1), reader));
                }
            }
        }
    }
}
