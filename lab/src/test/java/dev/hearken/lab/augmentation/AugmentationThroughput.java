package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Prints how many clips each augmentation, and the usual chains, change in a second of one thread: run its main. */
final class AugmentationThroughput {
    private static final int WARM_UP = 300;
    private static final long MEASURED_NANOS = 1_000_000_000L;

    /** Processor time, not the clock: the figure should not fall because the machine does other things. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AugmentationThroughput() {}

    public static void main(String[] arguments) {
        for (int rate : new int[] {8_000, 16_000}) {
            Waveform clip = Signals.vowel(120, 900, rate == 8_000 ? 0.5 : 1, rate);
            System.out.println(clip);
            augmentations(rate)
                    .forEach((name, augmentation) ->
                            System.out.printf("  %-14s %8.0f clips/s%n", name, clipsPerSecond(augmentation, clip)));
        }
    }

    private static Map<String, Augmentation> augmentations(int rate) {
        AugmentationChain cheap = AugmentationChain.empty()
                .then(1, new Speed(new Range(0.85, 1.18)))
                .then(1, new Shift(new Range(-0.1, 0.1)))
                .then(1, new NoiseAtSnr(Noise.Colour.PINK, new Range(0, 30)))
                .then(1, new Gain(new Range(-10, 6)));
        SmallRoom room = SmallRoom.simulated(24, new Range(0.08, 0.6), rate, 1);
        Map<String, Augmentation> all = new LinkedHashMap<>();
        all.put("speed", new Speed(new Range(0.85, 1.18)));
        all.put("time stretch", new TimeStretch(new Range(0.85, 1.18)));
        all.put("speaker scale", new SpeakerScale(new Range(0.85, 1.18)));
        all.put("formant shift", new FormantShift(new Range(0.85, 1.18)));
        all.put("pitch shift", new PitchShift(new Range(0.85, 1.18)));
        all.put("noise", new NoiseAtSnr(Noise.Colour.PINK, new Range(0, 30)));
        all.put("small room", room);
        all.put("equalize", new Equalize(new Range(-6, 6)));
        all.put("band limit", BandLimit.TELEPHONE);
        all.put("mu-law", new MuLaw());
        all.put("CHEAP CHAIN", cheap);
        all.put(
                "FULL CHAIN",
                AugmentationChain.empty()
                        .then(0.5, new Speed(new Range(0.9, 1.1)))
                        .then(0.5, new SpeakerScale(new Range(0.85, 1.18)))
                        .then(0.5, new FormantShift(new Range(0.85, 1.18)))
                        .then(1, new Shift(new Range(-0.1, 0.1)))
                        .then(0.3, room)
                        .then(0.7, new NoiseAtSnr(Noise.Colour.PINK, new Range(0, 30)))
                        .then(0.5, new Equalize(new Range(-6, 6)))
                        .then(0.2, BandLimit.TELEPHONE)
                        .then(1, new Gain(new Range(-10, 6))));
        return all;
    }

    private static double clipsPerSecond(Augmentation augmentation, Waveform clip) {
        RandomGenerator random = Signals.seeded(1);
        for (int i = 0; i < WARM_UP; i++) {
            augmentation.apply(clip, random);
        }
        long start = THREADS.getCurrentThreadCpuTime();
        long clips = 0;
        while (THREADS.getCurrentThreadCpuTime() - start < MEASURED_NANOS) {
            augmentation.apply(clip, random);
            clips++;
        }
        return clips * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
