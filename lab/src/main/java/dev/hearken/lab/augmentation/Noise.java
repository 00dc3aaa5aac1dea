package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where the noise for {@link NoiseAtSnr} comes from: recordings, a synthesized colour, or made-up music. */
public sealed interface Noise permits Noise.Recorded, Noise.Colour, Noise.Altered, Melody {
    /** A random stretch of {@code length} samples at {@code sampleRateHz}, at no particular level. */
    float[] slice(int length, int sampleRateHz, RandomGenerator random);

    /**
     * Noise cut from recordings: one is drawn with equal chances, then a place in it. A recording shorter than the
     * slice is repeated.
     *
     * @param recordings at least one, none empty, all at the sample rate of the clips they will be mixed into
     */
    record Recorded(List<Waveform> recordings) implements Noise {
        public Recorded {
            recordings = List.copyOf(recordings);
            if (recordings.isEmpty() || recordings.stream().anyMatch(recording -> recording.length() == 0)) {
                throw new IllegalArgumentException("at least one recording is needed and none may be empty");
            }
        }

        /** {@inheritDoc} @throws IllegalArgumentException if the drawn recording has another rate. */
        @Override
        public float[] slice(int length, int sampleRateHz, RandomGenerator random) {
            Waveform recording = recordings.get(random.nextInt(recordings.size()));
            if (recording.sampleRateHz() != sampleRateHz) {
                throw new IllegalArgumentException("noise at " + recording.sampleRateHz() + " Hz for a clip at "
                        + sampleRateHz + " Hz: resample it first");
            }
            int room = recording.length() - length;
            if (room >= 0) {
                int from = random.nextInt(room + 1);
                return recording.window(from, from + length).toArray();
            }
            return repeated(recording, length, random.nextInt(recording.length()));
        }

        private static float[] repeated(Waveform recording, int length, int from) {
            float[] slice = new float[length];
            for (int i = 0; i < length; i++) {
                slice[i] = recording.sample((from + i) % recording.length());
            }
            return slice;
        }
    }

    /**
     * Another noise, changed anew for each slice: as if through another wall, or from another machine of its kind.
     *
     * @param change one that keeps the length
     */
    record Altered(Noise source, Augmentation change) implements Noise {
        @Override
        public float[] slice(int length, int sampleRateHz, RandomGenerator random) {
            Waveform slice = Waveform.of(source.slice(length, sampleRateHz, random), sampleRateHz);
            return change.apply(slice, random).toArray();
        }
    }

    /**
     * Gaussian noise whose power falls with frequency f as 1, 1/f or 1/f² for the whole band.
     *
     * <p>A slice is a random stretch, forwards or negated, of one fixed ring of 2^17 samples: drawing a Gaussian for
     * every sample of every clip would cost more than all the rest of a cheap chain.
     */
    enum Colour implements Noise {
        /** Flat: hiss. */
        WHITE(0),
        /** 3 dB less each octave: many natural backgrounds. */
        PINK(1),
        /** 6 dB less each octave: rumble. */
        BROWN(2);

        private final int exponent;

        Colour(int exponent) {
            this.exponent = exponent;
        }

        @Override
        public float[] slice(int length, int sampleRateHz, RandomGenerator random) {
            float[] source = NoiseRing.ofSpectrum(exponent);
            float sign = random.nextBoolean() ? 1 : -1;
            int at = random.nextInt(source.length);
            float[] slice = new float[length];
            for (int i = 0; i < length; i++) {
                slice[i] = sign * source[(at + i) & (source.length - 1)];
            }
            return slice;
        }
    }
}
