package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code yes/any-name.flac}: a folder for each label.
 *
 * <p>The group is the folder between, {@code yes/speaker/any-name.flac}, or told by the name where {@link ClipName} understands it:
 * Speech Commands' speaker hash, the fold of ESC-10 and ESC-50.
 */
final class FolderPerLabel implements Layout {
    @Override
    public String word() {
        return "folder-per-label";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return folder.audio().stream().anyMatch(file -> isPlaced(folder.inside(file)));
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        folder.audio().forEach(file -> recording(file, folder.inside(file)).ifPresent(findings::add));
    }

    /** The recording at {@code label/name} or {@code label/group/name}. */
    static Optional<Recording> recording(Path file, Path inside) {
        if (!isPlaced(inside)) {
            return Optional.empty();
        }
        String label = inside.getName(0).toString();
        Recording named =
                Recording.of(file).called(new Label(label)).named(ClipName.inFolder(label, DataFolder.stem(file)));
        return Optional.of(
                inside.getNameCount() == 3
                        ? named.in(Optional.of(inside.getName(1).toString()))
                        : named);
    }

    private static boolean isPlaced(Path inside) {
        int names = inside.getNameCount();
        return (names == 2 || names == 3) && !inside.getName(0).toString().isBlank();
    }
}
