package dev.hearken.core.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of a stream: block by block the very samples that {@link Resampler} gives for the whole.
 *
 * <p>Half the filter must have been heard before a sample can be given, 4.5 ms at 16 kHz; {@link #flush} gives what is left when the stream
 * has ended. State of one stream, for one thread.
 */
public final class StreamResampler {
    private final int up;
    private final int down;
    private final int reach;
    /** The stream from {@link #first} on, as far as outputs to come hear it. */
    private float[] heard = new float[0];

    private long first;
    private long given;

    /**
     * A stream that has not begun.
     *
     * @throws IllegalArgumentException if a rate is not positive
     */
    public StreamResampler(int sourceRateHz, int targetRateHz) {
        if (sourceRateHz <= 0 || targetRateHz <= 0) {
            throw new IllegalArgumentException(
                    "rates must be positive, got %d and %d".formatted(sourceRateHz, targetRateHz));
        }
        int divisor = Resampler.gcd(targetRateHz, sourceRateHz);
        this.up = targetRateHz / divisor;
        this.down = sourceRateHz / divisor;
        this.reach = PolyphaseFilter.reach(up, down);
    }

    /** The next block, of any size; answers what can be told by now, which may be nothing. */
    public float[] push(float[] block) {
        if (up == down) {
            return block.clone();
        }
        int old = heard.length;
        heard = Arrays.copyOf(heard, old + block.length);
        System.arraycopy(block, 0, heard, old, block.length);
        // Output j hears inputs up to j * down / up + reach.
        long safe = Math.max(0, first + heard.length - reach);
        return give(safe * up / down);
    }

    /** The rest, with silence behind the end; the stream then begins anew. */
    public float[] flush() {
        float[] rest = up == down ? new float[0] : give(((first + heard.length) * up + down - 1) / down);
        heard = new float[0];
        first = 0;
        given = 0;
        return rest;
    }

    private float[] give(long end) {
        if (end <= given) {
            return new float[0];
        }
        float[] samples = Resampler.stretch(heard, first, up, down, given, (int) (end - given));
        given = end;
        forget();
        return samples;
    }

    /** Keeps what the next output hears, from a multiple of {@code down} on, where the filter's phases begin anew. */
    private void forget() {
        long needed = Math.max(0, given * down / up - reach);
        long keepFrom = needed - needed % down;
        heard = Arrays.copyOfRange(heard, (int) (keepFrom - first), heard.length);
        first = keepFrom;
    }
}
