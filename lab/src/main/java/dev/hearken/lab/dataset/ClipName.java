package dev.hearken.lab.dataset;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name tells of a clip: its group and its take.
 *
 * <p>Three ways of naming are understood; any other name tells nothing, and nothing is guessed:
 *
 * <ul>
 *   <li>{@code 0b40aa8e_nohash_2} and {@code bird_0b40aa8e_nohash_2} (Speech Commands): the speaker's hash and the take;
 *   <li>{@code 3-157695-A} and {@code 3-157695-A-0} (ESC-10, ESC-50): the fold, since clips of one source share it;
 *   <li>{@code seven_theo_12} inside the folder {@code seven} (as in FSDD): the speaker and the take.
 * </ul>
 */
record ClipName(Optional<String> group, OptionalInt take) {
    private static final ClipName UNKNOWN = new ClipName(Optional.empty(), OptionalInt.empty());

    /** Speech Commands, {@code arXiv:1804.03209}, section 5.9. */
    private static final Pattern SPEECH_COMMANDS =
            Pattern.compile("(?:[a-z]+_)?(?<group>[0-9a-f]{8})_nohash_(?<take>\\d{1,9})");

    /** ESC-50's own description of its file names. */
    private static final Pattern ESC = Pattern.compile("(?<fold>[1-5])-\\d+-[A-Z](?:-\\d+)?");

    private static final Pattern LABEL_SPEAKER_TAKE = Pattern.compile("(?<label>[^_]+)_(?<group>.+)_(?<take>\\d{1,9})");

    /** What the name of a file in the folder of {@code label} tells. */
    static ClipName inFolder(String label, String stem) {
        Matcher speechCommands = SPEECH_COMMANDS.matcher(stem);
        if (speechCommands.matches()) {
            return of(speechCommands);
        }
        Matcher labelled = labelled(stem);
        if (labelled.matches() && labelled.group("label").equals(label)) {
            return of(labelled);
        }
        Matcher esc = ESC.matcher(stem);
        return esc.matches() ? new ClipName(Optional.of("fold-" + esc.group("fold")), OptionalInt.empty()) : UNKNOWN;
    }

    /** A matcher of {@code label_speaker_take}, for folders where the label stands in the name. */
    static Matcher labelled(String stem) {
        return LABEL_SPEAKER_TAKE.matcher(stem);
    }

    /** The group and take of a name that matched. */
    static ClipName of(Matcher matched) {
        return new ClipName(
                Optional.of(matched.group("group")), OptionalInt.of(Integer.parseInt(matched.group("take"))));
    }
}
