package dev.hearken.core.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.ModelFile;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law: a stream has the scores of the file, however it is cut and whatever its sample rate. */
class StreamAndFileTest {
    private static final double TOLERANCE = 1e-4;

    private static ModelFile model;
    private static DetectorPool pool;

    @BeforeAll
    static void open() {
        model = PhraseModel.file();
        pool = DetectorPool.open(model);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void thePhraseModelIsRunByItsStreamingForm() {
        assertThat(pool.isStateful()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 44_100, 48_000, 44_101})
    void anyBlocksAtAnyRateGiveTheScoresOfTheFile(int rate) throws OrtException {
        Waveform sound = sound(rate, 4.3);
        float[] file = onePass(Resampler.resample(sound, 16_000).toArray());

        float[] streamed = phrase(inRandomBlocks(pool.detector(rate), sound, new SplittableRandom(rate)));

        assertThat(streamed).hasSize(file.length).containsExactly(file, within((float) TOLERANCE));
        assertThat(spread(streamed)).as("scores that tell something").isGreaterThan(0.01f);
    }

    @Test
    void streamsRunTogetherGiveWhatTheyGiveAlone() throws OrtException {
        SplittableRandom random = new SplittableRandom(3);
        List<Waveform> sounds = List.of(sound(16_000, 3), sound(48_000, 2.2), sound(8_000, 3.7));
        List<Detector> detectors = sounds.stream()
                .map(sound -> pool.detector(sound.sampleRateHz()))
                .toList();
        List<List<Hop>> heard = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int[] place = new int[3];
        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 3; i++) {
                float[] all = sounds.get(i).toArray();
                int end = Math.min(all.length, place[i] + random.nextInt(6_000));
                detectors.get(i).offer(Arrays.copyOfRange(all, place[i], end));
                place[i] = end;
            }
            pool.run(detectors);
            for (int i = 0; i < 3; i++) {
                heard.get(i).addAll(detectors.get(i).poll());
            }
        }
        for (int i = 0; i < 3; i++) {
            heard.get(i).addAll(detectors.get(i).flush());
            float[] file = onePass(Resampler.resample(sounds.get(i), 16_000).toArray());
            assertThat(phrase(heard.get(i))).containsExactly(file, within((float) TOLERANCE));
        }
    }

    @Test
    void aDetectorThatWasFlushedOrResetBeginsAnew() {
        Waveform sound = sound(16_000, 3);
        Detector detector = pool.detector(16_000);

        List<Hop> once = inRandomBlocks(detector, sound, new SplittableRandom(1));
        detector.push(sound(16_000, 1.23).toArray());
        detector.reset();
        List<Hop> again = inRandomBlocks(detector, sound, new SplittableRandom(2));

        assertThat(phrase(again)).containsExactly(phrase(once), within((float) TOLERANCE));
        assertThat(again.get(0).endSample()).isEqualTo(PhraseModel.HOP);
    }

    @Test
    void whatRemembersMoreThanItsWindowIsHeardWindowByWindow() {
        ModelFile recurrent = PhraseModel.recurrent();
        try (DetectorPool windowed = DetectorPool.open(recurrent)) {
            assertThat(windowed.isStateful()).isFalse();
            assertThat(windowed.detector(16_000).push(new float[3_000])).hasSize(2);
        }
    }

    private static List<Hop> inRandomBlocks(Detector detector, Waveform sound, SplittableRandom random) {
        List<Hop> hops = new ArrayList<>();
        float[] all = sound.toArray();
        for (int from = 0; from < all.length; ) {
            int to = Math.min(all.length, from + random.nextInt(random.nextBoolean() ? 100 : 9_000));
            hops.addAll(detector.push(Arrays.copyOfRange(all, from, to)));
            from = to;
        }
        hops.addAll(detector.flush());
        return hops;
    }

    /** The phrase's frame probabilities of the model file itself, run once over silence, the sound, and the half second that ends a stream. */
    private static float[] onePass(float[] sound) throws OrtException {
        int before = PhraseModel.WINDOW - PhraseModel.HOP;
        int hops = (sound.length + 8_000 + PhraseModel.HOP - 1) / PhraseModel.HOP;
        float[] samples = new float[before + hops * PhraseModel.HOP];
        System.arraycopy(sound, 0, samples, before, sound.length);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toBytes());
                OnnxTensor audio = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(samples), new long[] {1, samples.length});
                OrtSession.Result result = session.run(Map.of("audio", audio))) {
            float[][] frames = ((float[][][])
                            result.get("frame_probabilities").orElseThrow().getValue())
                    [0];
            float[] phrase = new float[frames.length];
            for (int i = 0; i < phrase.length; i++) {
                phrase[i] = frames[i][0];
            }
            return phrase;
        }
    }

    private static float[] phrase(List<Hop> hops) {
        float[] phrase = new float[hops.size()];
        for (int i = 0; i < phrase.length; i++) {
            phrase[i] = hops.get(i).posteriors().toArray()[0];
        }
        return phrase;
    }

    private static float spread(float[] values) {
        float low = 1;
        float high = 0;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }

    /** A tone that glides up and down in noise. */
    private static Waveform sound(int rate, double seconds) {
        SplittableRandom random = new SplittableRandom(rate);
        float[] samples = new float[(int) (seconds * rate)];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += 2 * Math.PI * (600 + 500 * Math.sin(5.0 * i / rate)) / rate;
            samples[i] = (float) (0.3 * Math.sin(phase) * Math.sin(2.0 * i / rate) + 0.02 * random.nextDouble(-1, 1));
        }
        return Waveform.of(samples, rate);
    }
}
