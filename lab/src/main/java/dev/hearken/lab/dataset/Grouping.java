package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where the groups of recordings come from: the user's own pattern, else what the data set tells, else a guess from the sound.
 *
 * @param pattern looked for in each recording's path inside its folder; the group is what its first parenthesis holds, or all of what is
 *     found
 */
public record Grouping(Optional<Pattern> pattern) {
    /** Fewer recordings are not worth a guess: hardly two would fall to a group. */
    private static final int FEWEST_GUESSED = 2 * VoiceClusters.CLUSTERS;

    /**
     * Recordings in groups.
     *
     * @param folder the folder, every recording with the group found for it
     * @param guessed how many groups were guessed from the sound; 0 if the groups were told
     */
    public record Grouped(ClipFolder folder, int guessed) {}

    /** Groups as the data set tells them, else guessed. */
    public static Grouping asTold() {
        return new Grouping(Optional.empty());
    }

    /**
     * Groups by a regular expression, such as {@code speaker-(\d+)}.
     *
     * @throws HearkenException with code {@code GROUP_PATTERN_INVALID}
     */
    public static Grouping byPattern(String regex) {
        try {
            return new Grouping(Optional.of(Pattern.compile(regex)));
        } catch (PatternSyntaxException invalid) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "GROUP_PATTERN_INVALID",
                    "'%s' is no regular expression: %s".formatted(regex, invalid.getDescription()),
                    invalid);
        }
    }

    /**
     * Puts a folder's recordings in groups.
     *
     * @throws HearkenException with code {@code GROUP_PATTERN_NO_MATCH} if the pattern is found in no recording's path
     */
    public Grouped apply(ClipFolder folder) {
        if (pattern.isPresent()) {
            return new Grouped(byPattern(folder, pattern.get()), 0);
        }
        boolean enough = folder.recordings().size() >= FEWEST_GUESSED;
        return folder.groups().isEmpty() && enough ? VoiceClusters.guess(folder) : new Grouped(folder, 0);
    }

    private static ClipFolder byPattern(ClipFolder folder, Pattern pattern) {
        ClipFolder grouped = folder.grouped(recording -> {
            Matcher found = pattern.matcher(
                    DataFolder.inside(folder.root(), recording.file()).toString());
            return found.find() ? Optional.ofNullable(found.group(Math.min(1, found.groupCount()))) : Optional.empty();
        });
        if (grouped.groups().isEmpty()) {
            throw HearkenException.user(
                    "GROUP_PATTERN_NO_MATCH",
                    "'%s' is found in no path, such as %s"
                            .formatted(pattern, folder.name(folder.recordings().get(0))));
        }
        return grouped;
    }
}
