package dev.hearken.core.inference;

/**
 * One reason for an answer, as far as a linear stand-in for the model can tell.
 *
 * @param feature its name, as {@code ClipStatistics.names()} has it
 * @param value in this clip
 * @param average over the clips the stand-in was fitted on
 * @param effect what the difference adds to the log-odds of the label; negative if it speaks against it
 * @param words the same for a person: "brighter than usual: spectral centroid 2,310 Hz against 1,870 Hz on average"
 */
public record Driver(String feature, double value, double average, double effect, String words) {}
