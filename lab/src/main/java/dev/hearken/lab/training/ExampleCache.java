package dev.hearken.lab.training;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What was made of augmented clips, kept for the next epoch and for the next fold that learns from the same clip.
 *
 * <p>Holds as much as it is allowed; what does not fit is made again each time.
 */
public final class ExampleCache {
    private final long mostValues;
    private final AtomicLong values = new AtomicLong();
    private final ConcurrentMap<Key, float[]> examples = new ConcurrentHashMap<>();

    private record Key(int clip, int pass) {}

    /** A cache of at most this many numbers. */
    public ExampleCache(long mostValues) {
        this.mostValues = mostValues;
    }

    /** A cache that may fill a third of the memory Java may use. */
    public static ExampleCache ofMemory() {
        return new ExampleCache(Runtime.getRuntime().maxMemory() / 3 / Float.BYTES);
    }

    /** What one pass made of a clip; the caller's own copy. */
    float[] get(int clip, int pass, Supplier<float[]> make) {
        Key key = new Key(clip, pass);
        float[] kept = examples.get(key);
        if (kept != null) {
            return kept.clone();
        }
        float[] made = make.get();
        if (values.addAndGet(made.length) <= mostValues) {
            examples.put(key, made.clone());
        }
        return made;
    }
}
