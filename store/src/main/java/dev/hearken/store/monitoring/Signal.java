package dev.hearken.store.monitoring;

import java.util.Optional;

/** A number of each answer whose distribution is watched. The names are kept in the database and never change. */
public enum Signal {
    /** Root mean square of the recording, decibels of full scale. */
    LEVEL_DBFS,
    /** The same of its quiet stretches. */
    NOISE_DBFS,
    /** The frequency its power lies around, in hertz. */
    CENTRE_HZ,
    /** Its length, in seconds. */
    DURATION_SECONDS,
    /** The probability of the label that was answered. */
    CONFIDENCE;

    /** Whether it tells of what comes in, not of what goes out. */
    public boolean isInput() {
        return this != CONFIDENCE;
    }

    /** The value of an answer; empty if it was not measured. */
    public Optional<Double> of(LoggedPrediction prediction) {
        return switch (this) {
            case LEVEL_DBFS -> prediction.sound().map(SoundFigures::levelDbfs);
            case NOISE_DBFS -> prediction.sound().map(SoundFigures::noiseDbfs);
            case CENTRE_HZ -> prediction.sound().map(SoundFigures::centreHz);
            case DURATION_SECONDS -> prediction.sound().map(measured -> prediction.durationSeconds());
            case CONFIDENCE -> Optional.of(prediction.probability());
        };
    }
}
