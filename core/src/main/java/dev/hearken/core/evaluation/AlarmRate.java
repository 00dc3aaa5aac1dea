package dev.hearken.core.evaluation;

import java.util.Locale;

/**
 * False alarms an hour, with the hours: 12 in 24.0 h.
 *
 * @param falseAlarms not negative
 * @param hours of audio without the event, positive
 */
public record AlarmRate(int falseAlarms, double hours) {
    /** What 95 % leave on each side. */
    private static final double TAIL = 0.025;

    /** Halvings after which an end of the interval no longer moves. */
    private static final int HALVINGS = 60;

    public AlarmRate {
        if (falseAlarms < 0 || !(hours > 0)) {
            throw new IllegalArgumentException(falseAlarms + " false alarms in " + hours + " hours");
        }
    }

    /** False alarms an hour. */
    public double value() {
        return falseAlarms / hours;
    }

    /**
     * The exact 95 % interval of the rate if alarms come by themselves (Garwood 1936, "Fiducial limits for the Poisson distribution"):
     * from the rate at which so many or more are seen once in 40 times to the one at which so many or fewer are. Alarms that come in clusters
     * vary more.
     */
    public Interval poisson() {
        double low = falseAlarms == 0 ? 0 : countWhere(1 - TAIL, falseAlarms - 1);
        return new Interval(low / hours, countWhere(TAIL, falseAlarms) / hours);
    }

    /** The expected count at which {@code count} or fewer are seen with this probability. */
    private static double countWhere(double probability, int count) {
        double low = 0;
        double high = count + 10 * Math.sqrt(count + 1) + 10;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(count, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability of {@code count} or fewer where {@code expected} are; the terms are summed as shares of the last one. */
    private static double atMost(int count, double expected) {
        double logLast = -expected;
        for (int i = 1; i <= count; i++) {
            logLast += Math.log(expected / i);
        }
        double share = 1;
        double sum = 1;
        for (int i = count; i > 0 && share > sum * 1e-17; i--) {
            share *= i / expected;
            sum += share;
        }
        return Math.exp(logLast + Math.log(sum));
    }

    /** {@code 0.50 FAH (12 in 24.0 h)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f FAH (%d in %.1f h)", value(), falseAlarms, hours);
    }
}
