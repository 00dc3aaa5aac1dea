package dev.hearken.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Stretches of embedded sounds to draw from, each told by its sequence and its first frame; nothing is copied before it is drawn. */
public final class WindowPool {
    /** Where a stretch lies. */
    private record Stretch(FoldedSequence sequence, int firstFrame) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /** Adds the stretch that starts at {@code firstFrame}. */
    public void add(FoldedSequence sequence, int firstFrame) {
        stretches.add(new Stretch(sequence, firstFrame));
    }

    /** How many stretches there are. */
    public int size() {
        return stretches.size();
    }

    /** Writes a stretch drawn with equal chances into {@code target} from {@code at} on, and says which fold it is of. */
    int draw(RandomGenerator random, FeatureShape window, float[] target, int at) {
        Stretch drawn = stretches.get(random.nextInt(stretches.size()));
        System.arraycopy(drawn.sequence.values(), drawn.firstFrame * window.channels(), target, at, window.size());
        return drawn.sequence.fold();
    }
}
