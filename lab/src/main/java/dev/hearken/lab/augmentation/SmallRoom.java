package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Places the speaker in a room: convolves a clip with one of a bank of impulse responses, drawn with equal chances.
 *
 * <p>Keeps the length: reverberation past the end is cut, and the clip is not delayed, since a response begins with its
 * direct sound. The overall level is put back. Immutable and shared between threads; spectra of the responses are kept
 * (a quarter of a megabyte each for clips of a second at 16 kHz).
 */
public final class SmallRoom implements Augmentation {
    private final List<Waveform> responses;
    private final Map<SpectrumKey, Spectrum> spectra = new ConcurrentHashMap<>();

    private SmallRoom(List<Waveform> responses) {
        this.responses = List.copyOf(responses);
    }

    /**
     * Rooms with measured impulse responses, each beginning with its direct sound.
     *
     * @param responses at least one, none empty, all at the rate of the clips they will be applied to
     */
    public static SmallRoom measured(List<Waveform> responses) {
        if (responses.isEmpty() || responses.stream().anyMatch(response -> response.length() == 0)) {
            throw new IllegalArgumentException("at least one response is needed and none may be empty");
        }
        return new SmallRoom(responses);
    }

    /**
     * Simulated rooms: boxes of 2.5-6 m by 2.5-6 m by 2.2-3.2 m, speaker and microphone at random, 0.3-2.5 m apart.
     *
     * <p>Source: Allen and Berkley, Image method for efficiently simulating small-room acoustics, J. Acoust. Soc. Am.
     * 65, 1979. Making 24 rooms takes about half a second.
     *
     * @param rooms how many to make, at least 1
     * @param t60Seconds the time to decay by 60 dB, within [0.05, 1]; 0.08-0.6 covers cars, offices and living rooms
     * @param sampleRateHz of the clips the rooms will be applied to
     * @param seed the same seed makes the same rooms
     */
    public static SmallRoom simulated(int rooms, Range t60Seconds, int sampleRateHz, long seed) {
        t60Seconds.within(0.05, 1, "t60Seconds");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Waveform> responses = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            double t60 = t60Seconds.draw(random);
            responses.add(Shoebox.random(random).response(t60, sampleRateHz));
        }
        return measured(responses);
    }

    /** The impulse responses, each of energy 1 if simulated. */
    public List<Waveform> responses() {
        return responses;
    }

    /** {@inheritDoc} @throws IllegalArgumentException if the clip's rate is not the drawn response's. */
    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        int chosen = random.nextInt(responses.size());
        if (responses.get(chosen).sampleRateHz() != clip.sampleRateHz()) {
            throw new IllegalArgumentException(
                    "rooms at " + responses.get(chosen).sampleRateHz() + " Hz for a clip at " + clip.sampleRateHz());
        }
        float[] samples = clip.toArray();
        double power = Levels.power(samples);
        if (power == 0) {
            return clip;
        }
        convolve(samples, chosen);
        Levels.scaleToPower(samples, power);
        return Waveform.of(samples, clip.sampleRateHz());
    }

    private void convolve(float[] samples, int chosen) {
        // What a response does after the clip's length is never heard.
        int heard = Math.min(samples.length, responses.get(chosen).length());
        RealFft fft = RealFft.holding(samples.length + heard);
        Spectrum room = spectra.computeIfAbsent(new SpectrumKey(chosen, fft.size()), this::spectrum);
        double[] signal = new double[fft.size()];
        for (int i = 0; i < samples.length; i++) {
            signal[i] = samples[i];
        }
        double[] re = new double[fft.size() / 2 + 1];
        double[] im = new double[fft.size() / 2 + 1];
        fft.forward(signal, re, im);
        room.multiply(re, im);
        fft.inverse(re, im, signal);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) signal[i];
        }
    }

    private Spectrum spectrum(SpectrumKey key) {
        double[] signal = new double[key.fftSize];
        Waveform response = responses.get(key.response);
        for (int i = 0; i < Math.min(response.length(), key.fftSize / 2); i++) {
            signal[i] = response.sample(i);
        }
        Spectrum spectrum = new Spectrum(key.fftSize / 2 + 1);
        RealFft.ofSize(key.fftSize).forward(signal, spectrum.re, spectrum.im);
        return spectrum;
    }

    private record SpectrumKey(int response, int fftSize) {}

    private static final class Spectrum {
        private final double[] re;
        private final double[] im;

        Spectrum(int bins) {
            re = new double[bins];
            im = new double[bins];
        }

        void multiply(double[] otherRe, double[] otherIm) {
            for (int bin = 0; bin < re.length; bin++) {
                double real = otherRe[bin] * re[bin] - otherIm[bin] * im[bin];
                otherIm[bin] = otherRe[bin] * im[bin] + otherIm[bin] * re[bin];
                otherRe[bin] = real;
            }
        }
    }
}
