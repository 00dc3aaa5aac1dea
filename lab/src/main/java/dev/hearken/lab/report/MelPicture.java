package dev.hearken.lab.report;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.Magma;
import java.awt.image.BufferedImage;

/** Draws the log-mel spectrograms of clips: time to the right, pitch upwards, loud bright. Holds native memory until closed. */
final class MelPicture implements AutoCloseable {
    /** Nepers of power below the loudest point that are drawn; what is fainter is dark. */
    private static final float RANGE = 14;

    private final FeatureExtractor extractor = FeatureExtractor.of(LogMel.speech16k());

    /** The picture of a clip at 16 kHz, one pixel a frame and band; a clip shorter than a frame is padded to one. */
    BufferedImage of(Waveform waveform) {
        int least = extractor.frontEnd().grid().windowSamples();
        Features features = extractor.extract(waveform.length() < least ? waveform.window(0, least) : waveform);
        float loudest = loudest(features);
        BufferedImage picture = new BufferedImage(features.frames(), features.channels(), BufferedImage.TYPE_INT_RGB);
        for (int frame = 0; frame < features.frames(); frame++) {
            for (int band = 0; band < features.channels(); band++) {
                float share = 1 + (features.value(frame, band) - loudest) / RANGE;
                picture.setRGB(frame, features.channels() - 1 - band, Magma.colour(Math.max(0, share)));
            }
        }
        return picture;
    }

    @Override
    public void close() {
        extractor.close();
    }

    private static float loudest(Features features) {
        float loudest = Float.NEGATIVE_INFINITY;
        for (float value : features.toArray()) {
            loudest = Math.max(loudest, value);
        }
        return loudest;
    }
}
