package dev.hearken.core.audio;

/** Sounds whose every property is known. */
final class Sounds {
    private Sounds() {}

    static Waveform tone(double frequencyHz, double amplitude, int sampleRateHz, int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * frequencyHz * i / sampleRateHz));
        }
        return Waveform.of(tone, sampleRateHz);
    }

    /** The level of the part from {@code from} to {@code to}, relative to a sine of full scale. */
    static double levelDb(Waveform waveform, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) waveform.sample(i) * waveform.sample(i);
        }
        return 10 * Math.log10(2 * sum / (to - from) + 1e-30);
    }
}
