package dev.hearken.store.catalogue;

import dev.hearken.store.catalogue.ProjectClip.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a project's clips are meant; what is empty is not asked.
 *
 * @param label exactly this one
 * @param labelled whether it has any
 * @param speaker exactly this one
 * @param part this side of the frozen split
 * @param warning this may be wrong with it
 * @param excluded whether it is left out
 * @param deleted whether it was deleted
 * @param text stands in its name, label or speaker, in upper or lower case
 */
public record ClipFilter(
        Optional<String> label,
        Optional<Boolean> labelled,
        Optional<String> speaker,
        Optional<Part> part,
        Optional<ClipWarning> warning,
        Optional<Boolean> excluded,
        boolean deleted,
        Optional<String> text) {
    /** All that were not deleted. */
    public static final ClipFilter PRESENT = new ClipFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());

    /** All that can be learned from or judged by: labelled, not left out, not deleted. */
    public static final ClipFilter USABLE = new ClipFilter(
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(false),
            false,
            Optional.empty());

    /** These on one side of the frozen split. */
    public ClipFilter in(Part side) {
        return new ClipFilter(label, labelled, speaker, Optional.of(side), warning, excluded, deleted, text);
    }

    /** A condition of SQL with its arguments in order. */
    record Condition(String sql, List<Object> arguments) {
        Condition and(String test, Object argument) {
            List<Object> all = new ArrayList<>(arguments);
            all.add(argument);
            return new Condition(sql + " AND " + test, all);
        }
    }

    Condition condition(String project) {
        List<String> parts = new ArrayList<>(List.of("project = ?"));
        List<Object> arguments = new ArrayList<>(List.of(project));
        parts.add("deleted_at_millis IS " + (deleted ? "NOT NULL" : "NULL"));
        labelled.ifPresent(any -> parts.add("label IS " + (any ? "NOT NULL" : "NULL")));
        and("label = ?", label, parts, arguments);
        and("speaker = ?", speaker, parts, arguments);
        and("part = ?", part.map(Part::name), parts, arguments);
        and("excluded = ?", excluded.map(is -> is ? 1 : 0), parts, arguments);
        and("warnings LIKE ?", warning.map(each -> "%" + each.name() + "%"), parts, arguments);
        text.ifPresent(words -> {
            parts.add(
                    "(lower(name) LIKE ? ESCAPE '!' OR lower(label) LIKE ? ESCAPE '!' OR lower(speaker) LIKE ? ESCAPE '!')");
            String pattern = "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            arguments.addAll(List.of(pattern, pattern, pattern));
        });
        return new Condition(String.join(" AND ", parts), arguments);
    }

    private static void and(String test, Optional<?> value, List<String> parts, List<Object> arguments) {
        value.ifPresent(wanted -> {
            parts.add(test);
            arguments.add(wanted);
        });
    }
}
