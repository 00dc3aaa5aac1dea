package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.nio.file.Path;
import java.util.regex.Matcher;

/** {@code 7_theo_12.wav}: label, speaker and take in the name, all in one folder or in a folder {@code recordings} below it (FSDD). */
final class LabelInName implements Layout {
    @Override
    public String word() {
        return "label-in-name";
    }

    /** The label stands in the name where most of the files lie flat and are named so. */
    @Override
    public boolean recognises(DataFolder folder) {
        long named = folder.audio().stream()
                .filter(file -> liesFlat(folder.inside(file))
                        && ClipName.labelled(DataFolder.stem(file)).matches())
                .count();
        return named * 2 > folder.audio().size();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        for (Path file : folder.audio()) {
            Matcher name = ClipName.labelled(DataFolder.stem(file));
            if (liesFlat(folder.inside(file)) && name.matches()) {
                Label label = new Label(name.group("label"));
                findings.add(Recording.of(file).called(label).named(ClipName.of(name)));
            }
        }
    }

    private static boolean liesFlat(Path inside) {
        return inside.getNameCount() == 1
                || (inside.getNameCount() == 2 && inside.getName(0).toString().equals("recordings"));
    }
}
