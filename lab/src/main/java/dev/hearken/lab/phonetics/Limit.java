package dev.hearken.lab.phonetics;

import dev.hearken.lab.phonetics.Remark.Code;
import java.util.List;

/** Where a figure of a phrase begins to stand against it, and where it forbids it. */
enum Limit {
    SHORT(Code.SHORT, -6.5, -4.5, "%.0f phones are little to tell it by; seven or more are better"),
    FEW_SYLLABLES(Code.FEW_SYLLABLES, -1.5, -0.5, "%.0f syllable is soon over; two or more are better"),
    LONG(
            Code.LONG,
            20.5,
            Double.POSITIVE_INFINITY,
            "%.0f phones are many: people will pause and shorten; two or three words are better"),
    COMMON(Code.COMMON, 0.1, 1, "an hour of talk holds it %.2g times, meant or not"),
    ALIKE(
            Code.SOUNDS_LIKE_COMMON_WORDS,
            0.3,
            3,
            "an hour of talk holds %.2g times what sounds much like it: see the confusions");

    private final Code code;
    private final double fair;
    private final double poor;
    private final String sentence;

    /** From {@code fair} on the outlook is fair, from {@code poor} on poor; where less is worse both are negative. */
    Limit(Code code, double fair, double poor, String sentence) {
        this.code = code;
        this.fair = fair;
        this.poor = poor;
        this.sentence = sentence;
    }

    /** The remark on a figure beyond the limit; none within it. */
    List<Remark> exceeded(double figure) {
        double badness = fair < 0 ? -figure : figure;
        if (badness < fair) {
            return List.of();
        }
        return List.of(new Remark(code, badness < poor ? Outlook.FAIR : Outlook.POOR, sentence.formatted(figure)));
    }
}
