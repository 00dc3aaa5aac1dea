package dev.hearken.core.evaluation;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Recorded noise to put under clips, at a signal-to-noise ratio between the loudest frame of 32 ms of the clip and that of the noise under
 * it, as the public wake-word benchmark does. Against the usual ratio of mean powers that is kinder to clips with pauses and harder under
 * noise with peaks.
 *
 * <p>Immutable; what is drawn depends on the seed given alone.
 */
public final class NoiseBed {
    private final List<Waveform> noises;
    private final int sampleRateHz;
    private final double snrDb;

    /**
     * Noise of these recordings.
     *
     * @param noises at least one, none empty; resampled as need be
     * @param sampleRateHz of the clips
     */
    public NoiseBed(List<Waveform> noises, int sampleRateHz, double snrDb) {
        if (noises.isEmpty() || noises.stream().anyMatch(noise -> noise.length() == 0) || !Double.isFinite(snrDb)) {
            throw new IllegalArgumentException(noises.size() + " noises at " + snrDb + " dB");
        }
        this.noises = noises.stream()
                .map(noise -> Resampler.resample(noise, sampleRateHz))
                .toList();
        this.sampleRateHz = sampleRateHz;
        this.snrDb = snrDb;
    }

    /** The ratio. */
    public double snrDb() {
        return snrDb;
    }

    /**
     * Adds noise to a whole stream, as loud as the clip in it asks for.
     *
     * @param stream changed in place
     * @param from where the clip begins
     * @param to where it ends
     */
    public void addTo(float[] stream, int from, int to, long seed) {
        float[] noise = draw(stream.length, new SplittableRandom(seed));
        double clip = SoundLevel.loudestFrame(Arrays.copyOfRange(stream, from, to), sampleRateHz);
        double under = SoundLevel.loudestFrame(Arrays.copyOfRange(noise, from, to), sampleRateHz);
        if (under == 0) {
            return;
        }
        float scale = (float) Math.sqrt(clip / (under * Math.pow(10, snrDb / 10)));
        for (int i = 0; i < stream.length; i++) {
            stream[i] += scale * noise[i];
        }
    }

    /** Noise of this length: a stretch of one recording, or where that is too short one recording after the other. */
    float[] draw(int samples, SplittableRandom random) {
        float[] drawn = new float[samples];
        int filled = 0;
        while (filled < samples) {
            Waveform noise = noises.get(random.nextInt(noises.size()));
            int missing = samples - filled;
            int start = noise.length() > missing ? random.nextInt(noise.length() - missing + 1) : 0;
            int count = Math.min(missing, noise.length());
            noise.asBuffer().position(start).get(drawn, filled, count);
            filled += count;
        }
        return drawn;
    }
}
