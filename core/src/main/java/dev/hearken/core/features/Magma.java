package dev.hearken.core.features;

/** Matplotlib's colour map magma, which grows evenly brighter to the eye (van der Walt and Smith, 2015): how features are drawn. */
public final class Magma {
    /** Colours at equal distances, 0xRRGGBB, from dark to bright. */
    private static final int[] ANCHORS = {0x000004, 0x221150, 0x5f187f, 0x982d80, 0xd3436e, 0xf8765c, 0xfebb81, 0xfcfdbf
    };

    private Magma() {}

    /** The colour of a share of the range drawn, as 0xRRGGBB. */
    public static int colour(float share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], got " + share);
        }
        float place = share * (ANCHORS.length - 1);
        int below = Math.min(ANCHORS.length - 2, (int) place);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (ANCHORS[below] >> shift) & 0xff;
            int to = (ANCHORS[below + 1] >> shift) & 0xff;
            colour |= Math.round(from + (place - below) * (to - from)) << shift;
        }
        return colour;
    }
}
