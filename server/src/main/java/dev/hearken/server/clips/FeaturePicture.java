package dev.hearken.server.clips;

import dev.hearken.core.features.Features;
import dev.hearken.core.features.Magma;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws features: time to the right, the first channel at the bottom, from the least value, dark, to the greatest, bright. */
final class FeaturePicture {
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
                picture.setRGB(frame, features.channels() - 1 - channel, Magma.colour(share));
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
}
