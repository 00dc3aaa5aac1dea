package dev.hearken.core.task;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;

/**
 * The answers a classifier chooses from, in the order of its outputs.
 *
 * @param labels at least one, none twice
 */
public record LabelSet(List<Label> labels) implements Iterable<Label> {
    public LabelSet {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a label set needs at least one label");
        }
        if (new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("a label stands twice in " + labels);
        }
    }

    /** The set of these names, in the given order. */
    public static LabelSet of(String... names) {
        return ofNames(List.of(names));
    }

    /** The set of these names, in the given order. */
    public static LabelSet ofNames(Collection<String> names) {
        return new LabelSet(names.stream().map(Label::new).toList());
    }

    /** How many labels there are. */
    public int size() {
        return labels.size();
    }

    /** The label of output {@code index}. */
    public Label get(int index) {
        return labels.get(index);
    }

    /** The output of {@code label}, or -1 if it is not one of this set. */
    public int indexOf(Label label) {
        return labels.indexOf(label);
    }

    /** The names, in order. */
    public List<String> names() {
        return labels.stream().map(Label::name).toList();
    }

    @Override
    public Iterator<Label> iterator() {
        return labels.iterator();
    }
}
