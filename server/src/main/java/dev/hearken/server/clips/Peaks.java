package dev.hearken.server.clips;

import dev.hearken.core.audio.Waveform;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a recording: the lowest and highest sample of each of some equal stretches.
 *
 * @param min the lowest of each, in [-1, 1]
 * @param max the highest of each
 */
@Schema(name = "Peaks", description = "The outline of a recording, to draw it by.")
record Peaks(int sampleRateHz, double durationSeconds, List<Float> min, List<Float> max) {
    /** At most this many stretches, fewer if there are fewer samples. */
    static Peaks of(Waveform waveform, int stretches) {
        int count = Math.min(stretches, waveform.length());
        List<Float> min = new ArrayList<>(count);
        List<Float> max = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * waveform.length() / count);
            int to = (int) ((long) (i + 1) * waveform.length() / count);
            float low = waveform.sample(from);
            float high = low;
            for (int at = from + 1; at < to; at++) {
                low = Math.min(low, waveform.sample(at));
                high = Math.max(high, waveform.sample(at));
            }
            min.add(low);
            max.add(high);
        }
        return new Peaks(waveform.sampleRateHz(), waveform.durationSeconds(), min, max);
    }
}
