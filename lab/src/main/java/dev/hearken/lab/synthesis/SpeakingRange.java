package dev.hearken.lab.synthesis;

import java.util.random.RandomGenerator;

/**
 * The rates and pitches from which those of utterances are drawn, uniformly; see {@link Utterance} for their units.
 */
public record SpeakingRange(double leastRate, double mostRate, double leastPitch, double mostPitch) {
    /** From slow to hurried, and three to four semitones either way: what people do. */
    public static final SpeakingRange STANDARD = new SpeakingRange(0.7, 1.35, 0.8, 1.25);

    public SpeakingRange {
        if (!(leastRate <= mostRate) || !(leastPitch <= mostPitch)) {
            throw new IllegalArgumentException("ranges must be in order, got rates %s to %s, pitches %s to %s"
                    .formatted(leastRate, mostRate, leastPitch, mostPitch));
        }
    }

    Utterance draw(String text, RandomGenerator random) {
        return new Utterance(
                text,
                leastRate + random.nextDouble() * (mostRate - leastRate),
                leastPitch + random.nextDouble() * (mostPitch - leastPitch));
    }
}
