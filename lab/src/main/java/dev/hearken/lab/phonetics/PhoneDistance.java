package dev.hearken.lab.phonetics;

import java.util.List;

/**
 * How far apart two pronunciations are: the weighted edit distance of their phones.
 *
 * <p>The unit is one phone that is wholly another. A phone left out or put in costs 1, or {@value #WEAK_GAP} if connected speech drops it
 * anyway; a phone exchanged costs between {@value #LEAST_EXCHANGE}, for the most alike, and 1 by its {@link Articulation}. So
 * {@code pin} and {@code bin} are 0.4 apart, {@code pin} and {@code pins} 1. The costs follow phonology; they were not fitted to anything.
 */
public final class PhoneDistance {
    private static final double LEAST_EXCHANGE = 0.2;
    private static final double GAP = 1;
    private static final double WEAK_GAP = 0.6;

    /** A glide is much like the vowel it begins as. */
    private static final double GLIDE = 0.5;

    private static final Phone[] PHONES = Phone.values();
    private static final double[][] EXCHANGE = exchangeCosts();

    private PhoneDistance() {}

    /** The distance of two whole pronunciations; symmetric, 0 only if they are equal. */
    public static double between(Pronunciation one, Pronunciation other) {
        return least(one.phones(), other.phones(), false);
    }

    /**
     * The distance of {@code phrase} from the stretch of {@code heard} that is nearest to it: what a detector that listens on meets. It is 0
     * where the phrase is contained, and never more than {@link #between}.
     */
    public static double within(Pronunciation heard, Pronunciation phrase) {
        return least(heard.phones(), phrase.phones(), true);
    }

    /** What it costs to exchange two phones, in [0, 1]. */
    static double exchange(Phone one, Phone other) {
        return EXCHANGE[one.index()][other.index()];
    }

    /** What it costs to leave a phone out or put it in. */
    static double gap(Phone phone) {
        return phone == Phone.AH || phone == Phone.HH ? WEAK_GAP : GAP;
    }

    /** Wagner and Fischer's recurrence, a row for each phone heard; with free ends, what is heard before and after costs nothing. */
    private static double least(List<Phone> heard, List<Phone> phrase, boolean freeEnds) {
        double[] row = new double[phrase.size() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = row[j - 1] + gap(phrase.get(j - 1));
        }
        double least = row[row.length - 1];
        for (Phone phone : heard) {
            row = next(row, phone, phrase, freeEnds);
            least = Math.min(least, row[row.length - 1]);
        }
        return freeEnds ? least : row[row.length - 1];
    }

    /** The next row of the recurrence, for one phone heard more. */
    static double[] next(double[] above, Phone phone, List<Phone> phrase, boolean freeStart) {
        double[] row = new double[above.length];
        row[0] = freeStart ? 0 : above[0] + gap(phone);
        for (int j = 1; j < row.length; j++) {
            Phone wanted = phrase.get(j - 1);
            double gaps = Math.min(above[j] + gap(phone), row[j - 1] + gap(wanted));
            row[j] = Math.min(gaps, above[j - 1] + exchange(phone, wanted));
        }
        return row;
    }

    private static double[][] exchangeCosts() {
        double[][] costs = new double[PHONES.length][PHONES.length];
        for (Phone one : PHONES) {
            for (Phone other : PHONES) {
                costs[one.index()][other.index()] = cost(one, other);
            }
        }
        return costs;
    }

    private static double cost(Phone one, Phone other) {
        if (one == other) {
            return 0;
        }
        if (glides(one, other) || glides(other, one)) {
            return GLIDE;
        }
        return LEAST_EXCHANGE + (1 - LEAST_EXCHANGE) * one.articulation().unlike(other.articulation());
    }

    private static boolean glides(Phone glide, Phone vowel) {
        return switch (glide) {
            case Y -> vowel == Phone.IY || vowel == Phone.IH;
            case W -> vowel == Phone.UW || vowel == Phone.UH;
            case R -> vowel == Phone.ER;
            default -> false;
        };
    }
}
