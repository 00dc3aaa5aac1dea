package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code metadata.csv} of {@code id|text|text with numbers spelled out} beside {@code wavs/id.wav}: LJ Speech and the many voices recorded like
 * it, https://keithito.com/LJ-Speech-Dataset. The letters an id begins with are its reader.
 */
final class LjSpeech implements Layout {
    private static final Pattern ENTRY = Pattern.compile("([\\w-]+)\\|([^|]+)(?:\\|([^|]*))?");
    private static final Pattern READER = Pattern.compile("^[A-Za-z]+");

    @Override
    public String word() {
        return "ljspeech";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !manifests(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        for (Path manifest : manifests(folder)) {
            SpokenFiles files = new SpokenFiles(References.of(manifest, folder));
            for (String line : ManifestText.lines(manifest)) {
                Matcher entry = ENTRY.matcher(line.strip());
                if (entry.matches()) {
                    findings.add(
                            folder.inside(manifest) + ": " + entry.group(1),
                            () -> files.recording("wavs/" + entry.group(1), text(entry), reader(entry.group(1))));
                }
            }
        }
    }

    private static String text(Matcher entry) {
        String spelledOut = entry.group(3);
        return spelledOut == null || spelledOut.isBlank() ? entry.group(2) : spelledOut;
    }

    private static Optional<String> reader(String id) {
        Matcher reader = READER.matcher(id);
        return reader.find() ? Optional.of(reader.group()) : Optional.empty();
    }

    private static List<Path> manifests(DataFolder folder) {
        return folder.files("metadata.csv"::equals).stream()
                .filter(file -> ManifestText.lines(file).stream()
                        .limit(1)
                        .anyMatch(line -> ENTRY.matcher(line.strip()).matches()))
                .toList();
    }
}
