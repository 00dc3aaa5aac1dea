package dev.hearken.lab.recipes;

/**
 * How often each change is made to a training clip, as a probability in [0, 1]; the ranges are the recipe's.
 *
 * @param speaker a larger or smaller speaker, the duration kept
 * @param tempo said faster or slower, the voice kept
 * @param pitch higher or lower, the formants kept
 * @param room a small room's echoes
 * @param noise white, pink or brown noise at a random signal-to-noise ratio or, half of the times, one of the data's own background noises
 * @param equalizer a random tilt and bands of a microphone
 * @param bandLimit a telephone's or small loudspeaker's range
 * @param gain louder or quieter
 * @param shiftSeconds how far from the middle of the window a clip may stand; not a probability
 * @param maskFrames the longest stretch of frames blanked in the features; 0 for none
 * @param maskChannels the most channels blanked in the features; 0 for none
 */
public record AugmentationSettings(
        double speaker,
        double tempo,
        double pitch,
        double room,
        double noise,
        double equalizer,
        double bandLimit,
        double gain,
        double shiftSeconds,
        int maskFrames,
        int maskChannels) {}
