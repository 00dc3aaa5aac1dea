package dev.hearken.lab.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a manifest.
 *
 * @param line where it stands in its file, counted from 1
 * @param values what it says, without what is blank, by column name in lower case with underscores
 */
record Row(long line, Map<String, String> values) {
    Row {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!value.isBlank()) {
                named.putIfAbsent(normal(name), value.strip());
            }
        });
        values = Collections.unmodifiableMap(named);
    }

    /** What the first of a column's names that stands here says. */
    Optional<String> get(Column column) {
        return column.names().stream().map(values::get).filter(Objects::nonNull).findFirst();
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
