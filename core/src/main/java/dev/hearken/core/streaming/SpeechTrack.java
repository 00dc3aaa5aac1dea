package dev.hearken.core.streaming;

import dev.hearken.core.audio.StreamResampler;
import java.util.Arrays;
import java.util.BitSet;

/** Where on a stream somebody speaks. */
final class SpeechTrack {
    /** The threshold of Silero's own examples. */
    private static final float SPEECH = 0.5f;

    private final SpeechGate gate;
    private final StreamResampler resampler;
    private final BitSet speech = new BitSet();
    private float[] state = SpeechGate.silence();

    /** The context of the next frame, and what there is of it. */
    private float[] pending = new float[SpeechGate.CONTEXT_SAMPLES];

    private int frames;

    SpeechTrack(SpeechGate gate, int sampleRateHz) {
        this.gate = gate;
        this.resampler = new StreamResampler(sampleRateHz, SpeechGate.RATE_HZ);
    }

    void push(float[] block) {
        append(resampler.push(block.clone()));
    }

    /** Hears what the resampler held back. */
    void finish() {
        append(resampler.flush());
    }

    /** Forgets the stream; the next block begins another. */
    void reset() {
        speech.clear();
        state = SpeechGate.silence();
        pending = new float[SpeechGate.CONTEXT_SAMPLES];
        frames = 0;
    }

    /** Whether somebody speaks anywhere in a stretch, as far as it was heard. */
    boolean isSpoken(double startSeconds, double endSeconds) {
        int next = speech.nextSetBit(Math.max(0, frame(startSeconds)));
        return next >= 0 && next <= frame(endSeconds);
    }

    private static int frame(double seconds) {
        return (int) (seconds * SpeechGate.RATE_HZ / SpeechGate.FRAME_SAMPLES);
    }

    private void append(float[] samples) {
        float[] all = Arrays.copyOf(pending, pending.length + samples.length);
        System.arraycopy(samples, 0, all, pending.length, samples.length);
        int length = SpeechGate.CONTEXT_SAMPLES + SpeechGate.FRAME_SAMPLES;
        int from = 0;
        for (; from + length <= all.length; from += SpeechGate.FRAME_SAMPLES) {
            float probability = gate.probability(Arrays.copyOfRange(all, from, from + length), state);
            speech.set(frames++, probability >= SPEECH);
        }
        pending = Arrays.copyOfRange(all, from, all.length);
    }
}
