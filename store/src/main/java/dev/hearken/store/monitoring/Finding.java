package dev.hearken.store.monitoring;

/**
 * What a look at a rule found.
 *
 * @param rule what must not be
 * @param value what was measured, in the rule's unit
 * @param threshold from which value on it is an alert
 * @param detail the same for people
 */
public record Finding(AlertRule rule, double value, double threshold, String detail) {
    /** Whether it is not as it should be. */
    public boolean isTrouble() {
        return value >= threshold;
    }
}
