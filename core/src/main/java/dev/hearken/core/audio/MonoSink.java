package dev.hearken.core.audio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where decoders pour interleaved samples: mixes them to mono (the mean of the channels), and holds the limits. */
final class MonoSink {
    /** Far beyond any integer scale a float file may be written at; keeps later sums of squares inside float32. */
    private static final float MAX_MAGNITUDE = 0x1p31f;

    private static final int BLOCK_SAMPLES = 1 << 15;
    /** Coders put silence around the sound, which {@link #keep} takes away; it does not count as length. */
    private static final int TRIMMED_LATER = 1 << 14;

    private final AudioLimits limits;
    private final List<float[]> fullBlocks = new ArrayList<>();
    private float[] block = new float[0];
    private int used;
    private long maxSamples;
    private long keepFrom;
    private long keepTo = Long.MAX_VALUE;
    private @Nullable SourceFormat format;

    MonoSink(AudioLimits limits) {
        this.limits = limits;
    }

    /** Announces what is coming; must precede the first samples. */
    void begin(SourceFormat coming) throws RejectedAudio {
        int rate = coming.sampleRateHz();
        if (coming.channels() < 1) {
            throw new RejectedAudio(Rejection.MALFORMED, "the header names " + coming.channels() + " channels");
        }
        if (coming.channels() > limits.maxChannels()) {
            throw new RejectedAudio(
                    Rejection.TOO_MANY_CHANNELS,
                    coming.channels() + " channels, at most " + limits.maxChannels() + " are taken");
        }
        if (rate < limits.minRateHz() || rate > limits.maxRateHz()) {
            throw new RejectedAudio(
                    Rejection.RATE_OUT_OF_RANGE,
                    "a sample rate of %d Hz, %d to %d are taken"
                            .formatted(rate, limits.minRateHz(), limits.maxRateHz()));
        }
        format = coming;
        maxSamples = (long) Math.min(Math.floor(limits.maxSeconds() * rate), Integer.MAX_VALUE - 8);
    }

    /** Takes the first {@code frames} x channels of these samples. */
    void accept(float[] interleaved, int frames) throws RejectedAudio {
        int channels = begun().channels();
        requireAtMost(maxSamples + TRIMMED_LATER, samples() + frames);
        for (int frame = 0; frame < frames; frame++) {
            add(mean(interleaved, frame * channels, channels));
        }
    }

    /** How many mono samples have arrived. */
    long samples() {
        return (long) fullBlocks.size() * BLOCK_SAMPLES + used;
    }

    /** Leaves out, at the end, what the coder added: only samples {@code from} (inclusive) to {@code to} (exclusive) count. */
    void keep(long from, long to) {
        keepFrom = from;
        keepTo = to;
    }

    /** Everything that arrived and is to be kept. */
    Decoding finish() throws RejectedAudio {
        long from = Math.max(0, keepFrom);
        long length = Math.min(samples(), keepTo) - from;
        if (length <= 0) {
            return new Rejected(Rejection.EMPTY, "the recording has no samples");
        }
        requireAtMost(maxSamples, length);
        float[] kept = new float[(int) length];
        fullBlocks.add(block);
        for (int i = 0; i < fullBlocks.size(); i++) {
            long start = (long) i * BLOCK_SAMPLES - from;
            int skip = (int) Math.min(BLOCK_SAMPLES, Math.max(0, -start));
            long count = Math.min(fullBlocks.get(i).length - skip, length - (start + skip));
            if (count > 0) {
                System.arraycopy(fullBlocks.get(i), skip, kept, (int) (start + skip), (int) count);
            }
        }
        return new Decoded(Waveform.owning(kept, begun().sampleRateHz()), begun());
    }

    private void requireAtMost(long most, long length) throws RejectedAudio {
        if (length > most) {
            throw new RejectedAudio(
                    Rejection.TOO_LONG, "longer than the " + limits.maxSeconds() + " seconds that are taken");
        }
    }

    private SourceFormat begun() {
        if (format == null) {
            throw new IllegalStateException("begin() first");
        }
        return format;
    }

    private float mean(float[] interleaved, int from, int channels) throws RejectedAudio {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            float value = interleaved[from + channel];
            if (!(Math.abs(value) <= MAX_MAGNITUDE)) {
                throw new RejectedAudio(
                        Float.isFinite(value) ? Rejection.OUT_OF_SCALE : Rejection.NOT_FINITE,
                        "sample " + samples() + " is " + value);
            }
            sum += value;
        }
        return (float) (sum / channels);
    }

    private void add(float sample) {
        if (used == block.length) {
            grow();
        }
        block[used++] = sample;
    }

    /** Short recordings get a small block; from there on blocks are of one size and are never copied until the end. */
    private void grow() {
        if (block.length < BLOCK_SAMPLES) {
            float[] larger = new float[Math.min(BLOCK_SAMPLES, Math.max(1 << 10, 4 * block.length))];
            System.arraycopy(block, 0, larger, 0, used);
            block = larger;
        } else {
            fullBlocks.add(block);
            block = new float[BLOCK_SAMPLES];
            used = 0;
        }
    }
}
