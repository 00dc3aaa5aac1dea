package dev.hearken.core.evaluation;

import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sixty clips of three labels by a formula that NumPy gives the same float32 values for; figures of them in the tests are scikit-learn
 * 1.x's and SciPy's.
 *
 * <pre>{@code
 * i, k = np.arange(60)[:, None], np.arange(3)[None, :]
 * truth = (np.arange(60) * 7 % 10) // 4
 * logits = (2 * np.sin(1.7 * i + 2.3 * k) + 1.5 * (k == truth[:, None])).astype(np.float32)
 * }</pre>
 */
final class OracleClips {
    static final LabelSet LABELS = LabelSet.of("a", "b", "c");

    private OracleClips() {}

    /** The clips; the group is i modulo 6. */
    static List<ScoredClip> all() {
        List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int truth = i * 7 % 10 / 4;
            float[] logits = new float[3];
            for (int k = 0; k < 3; k++) {
                logits[k] = (float) (2 * Math.sin(1.7 * i + 2.3 * k) + (k == truth ? 1.5 : 0));
            }
            clips.add(ScoredClip.ofLogits("clip" + i, Optional.of("g" + i % 6), truth, logits));
        }
        return clips;
    }

    /** The same clips, of unknown group. */
    static List<ScoredClip> ungrouped() {
        return all().stream()
                .map(clip -> ScoredClip.ofLogits(clip.name(), Optional.empty(), clip.truth(), clip.logits()))
                .toList();
    }
}
