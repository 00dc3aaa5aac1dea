package dev.hearken.core.evaluation;

import dev.hearken.core.audio.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Streams as the public wake-word benchmark mixes them: utterance after utterance, of which one in five is heard and the rest are silence of
 * the same length, then the keyword; noise under all of it, above which the loudest frame of each part stands as far as wanted.
 *
 * <p>Reference: {@code mixer.py} of github.com/Picovoice/wake-word-benchmark. {@code docs/detection.md} says where this differs.
 */
public final class WakeWordMix {
    /** How many of the utterances are heard. */
    private static final double HEARD = 0.2;

    private final List<Waveform> background;
    private final Optional<NoiseBed> noise;
    private final int sampleRateHz;

    /**
     * A mix of these recordings, all at one sample rate.
     *
     * @param background at least one, none empty
     */
    public WakeWordMix(List<Waveform> background, Optional<NoiseBed> noise, int sampleRateHz) {
        if (background.isEmpty()
                || background.stream().anyMatch(one -> one.length() == 0 || one.sampleRateHz() != sampleRateHz)) {
            throw new IllegalArgumentException(
                    background.size() + " recordings of background, all of " + sampleRateHz + " Hz and not empty");
        }
        this.background = List.copyOf(background);
        this.noise = noise;
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * A stream with a keyword near its end.
     *
     * @param sound peaks at 1
     * @param keywordFrom where the keyword begins
     * @param keywordTo where it ends; half a second of noise or silence follows
     */
    public record Piece(Waveform sound, int keywordFrom, int keywordTo) {}

    /**
     * Mixes one.
     *
     * @param gapSamples background before the keyword, or a part of an utterance more
     */
    public Piece piece(Waveform keyword, int gapSamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<float[]> parts = new ArrayList<>();
        int length = 0;
        while (length < gapSamples) {
            Waveform utterance = background.get(random.nextInt(background.size()));
            boolean heard = random.nextDouble() < HEARD;
            parts.add(heard ? toFullScale(utterance.toArray()) : new float[utterance.length()]);
            length += utterance.length();
        }
        int from = length;
        parts.add(toFullScale(keyword.toArray()));
        parts.add(new float[(int) (DetectorTrial.GRACE_SECONDS * sampleRateHz)]);
        float[] mixed = mixed(parts, random);
        return new Piece(Waveform.of(toFullScale(mixed), sampleRateHz), from, from + keyword.length());
    }

    private float[] mixed(List<float[]> parts, SplittableRandom random) {
        int length = parts.stream().mapToInt(part -> part.length).sum();
        float[] stream = noise.map(bed -> toFullScale(bed.draw(length, random))).orElseGet(() -> new float[length]);
        int place = 0;
        for (float[] part : parts) {
            int from = place;
            int to = from + part.length;
            float scale = noise.map(bed -> scale(part, Arrays.copyOfRange(stream, from, to), bed.snrDb()))
                    .orElse(1f);
            for (int i = 0; i < part.length; i++) {
                stream[from + i] += scale * part[i];
            }
            place = to;
        }
        return stream;
    }

    /** By how much a part must be raised for its loudest frame to stand so far above that of the noise under it. */
    private float scale(float[] part, float[] under, double snrDb) {
        double loudest = SoundLevel.loudestFrame(part, sampleRateHz);
        return loudest == 0
                ? 0
                : (float) Math.sqrt(SoundLevel.loudestFrame(under, sampleRateHz) * Math.pow(10, snrDb / 10) / loudest);
    }

    private static float[] toFullScale(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        if (peak > 0) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] /= peak;
            }
        }
        return samples;
    }
}
