package dev.hearken.core.audio;

/** Telephone companding, ITU-T G.711: 8 coded bits to 16 linear ones. */
final class G711 {
    private static final int MU_LAW_BIAS = 0x84;

    private G711() {}

    static int decodeMuLaw(byte coded) {
        int bits = ~coded & 0xFF;
        int exponent = (bits >> 4) & 7;
        int magnitude = ((((bits & 0xF) << 3) + MU_LAW_BIAS) << exponent) - MU_LAW_BIAS;
        return (bits & 0x80) == 0 ? magnitude : -magnitude;
    }

    static int decodeALaw(byte coded) {
        // Every other bit was inverted to keep telephone lines busy.
        int bits = (coded ^ 0x55) & 0xFF;
        int exponent = (bits >> 4) & 7;
        int mantissa = ((bits & 0xF) << 4) | 8;
        int magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
        return (bits & 0x80) == 0 ? -magnitude : magnitude;
    }
}
