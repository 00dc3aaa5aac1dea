package dev.hearken.core.task;

/**
 * One answer a classifier may give, by name: {@code "seven"}, {@code "_unknown_"}.
 *
 * @param name not blank
 */
public record Label(String name) implements Comparable<Label> {
    public Label {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a label's name must not be blank");
        }
    }

    @Override
    public int compareTo(Label other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
