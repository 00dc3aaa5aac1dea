package dev.hearken.server.clips;

import dev.hearken.core.features.Features;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws features: time to the right, the first channel at the bottom, from the least value, dark, to the greatest, bright. */
final class FeaturePicture {
    /** Anchors of Matplotlib's magma, which grows evenly brighter to the eye (van der Walt and Smith, 2015). */
    private static final int[] MAGMA = {0x000004, 0x221150, 0x5f187f, 0x982d80, 0xd3436e, 0xf8765c, 0xfebb81, 0xfcfdbf};

    private FeaturePicture() {}

    /** A PNG of one pixel a frame and channel. */
    static byte[] png(Features features) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : features.toArray()) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        float range = Math.max(greatest - least, Float.MIN_NORMAL);
        BufferedImage picture = new BufferedImage(features.frames(), features.channels(), BufferedImage.TYPE_INT_RGB);
        for (int frame = 0; frame < features.frames(); frame++) {
            for (int channel = 0; channel < features.channels(); channel++) {
                float share = (features.value(frame, channel) - least) / range;
                picture.setRGB(frame, features.channels() - 1 - channel, colour(share));
            }
        }
        return encode(picture);
    }

    private static byte[] encode(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory took no bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /** The colour of a share of the range, in [0, 1]. */
    private static int colour(float share) {
        float place = share * (MAGMA.length - 1);
        int below = Math.min(MAGMA.length - 2, (int) place);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (MAGMA[below] >> shift) & 0xff;
            int to = (MAGMA[below + 1] >> shift) & 0xff;
            colour |= Math.round(from + (place - below) * (to - from)) << shift;
        }
        return colour;
    }
}
