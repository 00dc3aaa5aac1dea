package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code train/yes/1.wav} and {@code test/yes/2.wav}: folders for labels inside a folder for each part of a split somebody has made. */
final class FolderPerPart implements Layout {
    @Override
    public String word() {
        return "folder-per-part";
    }

    /** Whether every file lies in a folder of a part, and there are folders of two parts at least: "test" alone may be a label. */
    @Override
    public boolean recognises(DataFolder folder) {
        Set<Optional<SplitPart>> parts = folder.audio().stream()
                .map(folder::inside)
                .map(FolderPerPart::part)
                .collect(Collectors.toSet());
        return parts.size() > 1 && !parts.contains(Optional.<SplitPart>empty());
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        for (Path file : folder.audio()) {
            Path inside = folder.inside(file);
            FolderPerLabel.recording(file, inside.subpath(1, inside.getNameCount()))
                    .map(recording -> recording.in(part(inside).orElseThrow()))
                    .ifPresent(findings::add);
        }
    }

    private static Optional<SplitPart> part(Path inside) {
        return inside.getNameCount() > 2 ? SplitPart.of(inside.getName(0).toString()) : Optional.empty();
    }
}
