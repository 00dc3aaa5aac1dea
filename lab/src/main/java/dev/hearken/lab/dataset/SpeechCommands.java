package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code yes/0b40aa8e_nohash_2.wav} beside {@code validation_list.txt} and {@code testing_list.txt}: Speech Commands with its own split;
 * what neither list names is for training.
 *
 * <p>Warden, arXiv:1804.03209. The lists name {@code .wav} files; a copy in another format is known by its name without the ending.
 */
final class SpeechCommands implements Layout {
    private static final String VALIDATION = "validation_list.txt";
    private static final String TESTING = "testing_list.txt";

    @Override
    public String word() {
        return "speech-commands";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return list(folder, VALIDATION).isPresent() && list(folder, TESTING).isPresent();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        Set<String> validation = namesIn(folder, VALIDATION);
        Set<String> testing = namesIn(folder, TESTING);
        for (Path file : folder.audio()) {
            Path inside = folder.inside(file);
            String name = withoutEnding(inside.toString().replace('\\', '/'));
            SplitPart part = testing.contains(name)
                    ? SplitPart.TEST
                    : validation.contains(name) ? SplitPart.VALIDATION : SplitPart.TRAIN;
            FolderPerLabel.recording(file, inside)
                    .map(recording -> recording.in(part))
                    .ifPresent(findings::add);
        }
    }

    private static Optional<Path> list(DataFolder folder, String name) {
        return folder.files(name::equals).stream()
                .filter(file -> folder.inside(file).getNameCount() == 1)
                .findFirst();
    }

    private static Set<String> namesIn(DataFolder folder, String list) {
        List<String> lines = ManifestText.lines(list(folder, list).orElseThrow());
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(withoutEnding(line.strip())));
        return names;
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
