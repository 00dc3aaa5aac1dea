package dev.hearken.lab.phonetics;

/** Counts by 64-bit keys, in two arrays: a million n-grams in 24 MB, where a map of objects would take five times that. */
final class NgramCounts {
    private static final double FULL = 0.6;

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    /** Adds one; answers how many there were before. A key is a hash and never 0. */
    int add(long key) {
        if (size > FULL * keys.length) {
            grow();
        }
        int place = place(key);
        if (keys[place] == 0) {
            keys[place] = key;
            size++;
        }
        return counts[place]++;
    }

    int get(long key) {
        return counts[place(key)];
    }

    private int place(long key) {
        int place = (int) (key >>> 20) & (keys.length - 1);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }
}
