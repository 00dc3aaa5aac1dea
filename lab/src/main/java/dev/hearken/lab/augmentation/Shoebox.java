package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;

/**
 * A box-shaped room with a speaker and a microphone in it, whose impulse response is the sum over mirror images.
 *
 * <p>Each image adds its reflection losses over its distance at the nearest sample, and the sum is high-passed at
 * 100 Hz, as in Allen and Berkley, J. Acoust. Soc. Am. 65, 1979. The walls' reflection comes from the wanted decay time
 * by Eyring's formula (J. Acoust. Soc. Am. 1, 1930); since boxes with equal walls decay otherwise than the formula says,
 * the response is then weighted by the exponential that brings its measured decay to the wanted one.
 */
record Shoebox(Point size, Point speaker, Point microphone) {
    private static final double SPEED_OF_SOUND = 343;
    private static final double HIGH_PASS_HZ = 100;
    private static final int CORRECTIONS = 3;

    /** In metres from one corner. */
    record Point(double x, double y, double z) {
        double distance(Point other) {
            return Math.sqrt(square(x - other.x) + square(y - other.y) + square(z - other.z));
        }

        private static double square(double value) {
            return value * value;
        }
    }

    /** One room coordinate of one family of images: its squared distance from the microphone and its reflections. */
    private record AxisImage(double squaredDistance, int reflections) {}

    static Shoebox random(RandomGenerator random) {
        Range floor = new Range(2.5, 6);
        Point size = new Point(floor.draw(random), floor.draw(random), new Range(2.2, 3.2).draw(random));
        while (true) {
            Point speaker = inside(size, random);
            Point microphone = inside(size, random);
            double apart = speaker.distance(microphone);
            if (apart >= 0.3 && apart <= 2.5) {
                return new Shoebox(size, speaker, microphone);
            }
        }
    }

    /** A point at least 0.3 m from every wall. */
    private static Point inside(Point size, RandomGenerator random) {
        return new Point(
                new Range(0.3, size.x - 0.3).draw(random),
                new Range(0.3, size.y - 0.3).draw(random),
                new Range(0.3, size.z - 0.3).draw(random));
    }

    /** The response from the direct sound on, {@code t60Seconds} long, of energy 1. */
    Waveform response(double t60Seconds, int sampleRateHz) {
        float[] samples = images(t60Seconds, sampleRateHz);
        Biquad.highPass(HIGH_PASS_HZ / sampleRateHz, Math.sqrt(0.5)).filter(samples);
        for (int i = 0; i < CORRECTIONS; i++) {
            double measured = Decay.t60Seconds(samples, sampleRateHz);
            // A room so dead that the direct sound is all has no decay to correct.
            if (Double.isFinite(measured)) {
                weight(samples, Math.log(1000) * (1 / t60Seconds - 1 / measured) / sampleRateHz);
            }
        }
        Levels.scaleToPower(samples, 1.0 / samples.length);
        return Waveform.of(samples, sampleRateHz);
    }

    private static void weight(float[] samples, double decayPerSample) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) Math.exp(-decayPerSample * i);
        }
    }

    /** The sum over images, neither high-passed nor corrected. */
    float[] images(double t60Seconds, int sampleRateHz) {
        float[] response = new float[(int) Math.ceil(t60Seconds * sampleRateHz)];
        double samplesPerMetre = sampleRateHz / SPEED_OF_SOUND;
        double direct = speaker.distance(microphone);
        int start = (int) Math.rint(direct * samplesPerMetre);
        double furthest = (response.length + start - 1) / samplesPerMetre;
        double[] losses = losses(reflection(t60Seconds), furthest);
        AxisImage[] xs = axis(size.x, speaker.x, microphone.x, furthest);
        AxisImage[] ys = axis(size.y, speaker.y, microphone.y, furthest);
        AxisImage[] zs = axis(size.z, speaker.z, microphone.z, furthest);
        double limit = furthest * furthest;
        for (AxisImage x : xs) {
            for (AxisImage y : ys) {
                double xy = x.squaredDistance + y.squaredDistance;
                if (xy > limit) {
                    break;
                }
                for (AxisImage z : zs) {
                    double squared = xy + z.squaredDistance;
                    if (squared > limit) {
                        break;
                    }
                    double distance = Math.sqrt(squared);
                    int at = (int) (distance * samplesPerMetre + 0.5) - start;
                    response[Math.max(at, 0)] +=
                            (float) (losses[x.reflections + y.reflections + z.reflections] / distance);
                }
            }
        }
        return response;
    }

    /** The pressure kept at a reflection, by Eyring's formula. */
    private double reflection(double t60Seconds) {
        double volume = size.x * size.y * size.z;
        double surface = 2 * (size.x * size.y + size.y * size.z + size.z * size.x);
        double kept = Math.exp(-24 * Math.log(10) / SPEED_OF_SOUND * volume / (surface * t60Seconds));
        return Math.sqrt(kept);
    }

    /** What is left after each number of reflections that can occur within {@code furthest} metres. */
    private double[] losses(double reflection, double furthest) {
        double shortest = Math.min(size.x, Math.min(size.y, size.z));
        double[] losses = new double[3 * (2 * (int) Math.ceil(furthest / (2 * shortest)) + 4)];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Math.pow(reflection, i);
        }
        return losses;
    }

    /** All images along one axis within {@code furthest}, nearest first. */
    private static AxisImage[] axis(double size, double speaker, double microphone, double furthest) {
        int rooms = (int) Math.ceil(furthest / (2 * size)) + 1;
        AxisImage[] images = new AxisImage[2 * (2 * rooms + 1)];
        int next = 0;
        for (int room = -rooms; room <= rooms; room++) {
            for (int mirrored = 0; mirrored <= 1; mirrored++) {
                double distance = (1 - 2 * mirrored) * speaker + 2 * room * size - microphone;
                int reflections = Math.abs(room - mirrored) + Math.abs(room);
                images[next++] = new AxisImage(distance * distance, reflections);
            }
        }
        Arrays.sort(images, Comparator.comparingDouble(AxisImage::squaredDistance));
        return images;
    }
}
