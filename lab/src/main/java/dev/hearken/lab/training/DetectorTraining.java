package dev.hearken.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hearken.lab.network.DetectorHead;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Trains the head of a phrase detector on stretches of embedded sound.
 *
 * <p>Each tower learns by binary cross-entropy. Now and then the head looks through sound without the phrase for what it takes for it, and
 * learns from that more often (hard-negative mining).
 *
 * <p>The towers are cross-fitted: a tower learns nothing from one of the folds, so that what it says of that fold is what it would say of
 * strangers. All data is learned from by some towers, and all is judged by others ({@link DetectorScoring#unseen}).
 */
public final class DetectorTraining {
    private static final double GRADIENT_CLIP = 1;

    private final DetectorHead head;
    private final DetectorSettings settings;
    private final List<Portion> portions;
    private final List<FoldedSequence> phraseless;
    private final FeatureShape window;
    private final InputNoise noise;
    private final Weights weights;
    private final SplittableRandom random;

    /**
     * What part of a batch is drawn from a pool.
     *
     * @param isPhrase whether its stretches end with the phrase
     * @param share of each batch, in proportion to the others'
     */
    public record Portion(WindowPool pool, boolean isPhrase, double share) {}

    /**
     * @param portions at least one of the phrase and one without
     * @param phraseless sequences without the phrase; the scale of the channels is theirs
     */
    public DetectorTraining(
            DetectorHead head,
            DetectorSettings settings,
            List<Portion> portions,
            List<FoldedSequence> phraseless,
            long seed) {
        this.head = head;
        this.settings = settings;
        this.portions = List.copyOf(portions);
        this.phraseless = phraseless;
        this.window = new FeatureShape(head.window(), head.channels());
        this.random = new SplittableRandom(seed);
        this.weights = Weights.initial(ParameterDeclarations.of(head, head.window(), head.channels()), random);
        ChannelScale scale = ChannelScale.of(phraseless, head.channels());
        weights.set(DetectorHead.SCALE + ".mean", scale.mean());
        weights.set(DetectorHead.SCALE + ".variance", scale.variance());
        weights.freeze(DetectorHead.SCALE);
        this.noise = new InputNoise(settings.inputNoise(), scale, random);
        TorchStep.seed(seed);
    }

    /**
     * The weights after all steps.
     *
     * @param progress told after each step how many are done; what it throws ends the training
     */
    public Weights train(IntConsumer progress) {
        Descent descent = new Descent(settings.weightDecay(), GRADIENT_CLIP);
        WindowPool mistakes = new WindowPool();
        for (int step = 0; step < settings.steps(); step++) {
            if (settings.isMining(step)) {
                mistakes = mistakes();
            }
            double rate = settings.learningRate() * Schedule.ONE_CYCLE.factor((double) step / settings.steps(), 0);
            descent.step(weights, step(mistakes), parameter -> rate);
            progress.accept(step + 1);
        }
        return weights;
    }

    private TorchStep.Outcome step(WindowPool mistakes) {
        int size = settings.batchSize();
        float[] features = new float[size * window.size()];
        float[] shares = new float[2 * size * head.towers()];
        double hardShare = mistakes.size() == 0 ? 0 : settings.hardShare();
        for (int row = 0; row < size; row++) {
            double at = (row + random.nextDouble()) / size;
            boolean hard = at < hardShare;
            Portion portion = portion((at - hardShare) / (1 - hardShare));
            int fold = (hard ? mistakes : portion.pool).draw(random, window, features, row * window.size());
            int answer = !hard && portion.isPhrase ? 0 : 1;
            for (int tower = 0; tower < head.towers(); tower++) {
                shares[2 * (row * head.towers() + tower) + answer] = settings.learns(tower, fold) ? 1 : 0;
            }
        }
        noise.addTo(features, window, random);
        return TorchStep.descend(weights, (ops, manager) -> crossEntropy(ops, manager, features, shares));
    }

    /** The mean over stretches and towers of -log p of the right answer, of which the second has the logit 0. */
    private NDArray crossEntropy(TorchOps ops, NDManager manager, float[] features, float[] shares) {
        Shape input = new Shape(settings.batchSize(), window.frames(), window.channels());
        NDArray logits = head.towers(ops, manager.create(features, input));
        NDArray column = logits.reshape(new Shape(shares.length / 2, 1));
        NDArray pairs = column.concat(manager.zeros(column.getShape()), 1).logSoftmax(-1);
        NDArray mean = manager.create(new float[] {-2f / shares.length});
        return pairs.mul(manager.create(shares, pairs.getShape())).sum().mul(mean);
    }

    private Portion portion(double at) {
        double left = at * portions.stream().mapToDouble(Portion::share).sum();
        for (Portion portion : portions) {
            left -= portion.share;
            if (left < 0) {
                return portion;
            }
        }
        return portions.get(portions.size() - 1);
    }

    /** The stretches without the phrase that sound most like it to the head as it is. */
    private WindowPool mistakes() {
        record Found(float score, FoldedSequence sequence, int frame) {}
        PriorityQueue<Found> worst = new PriorityQueue<>(Comparator.comparingDouble(Found::score));
        DetectorScoring scoring = new DetectorScoring(head, weights, settings.folds());
        for (FoldedSequence sequence : phraseless) {
            float[] scores = scoring.logits(sequence.values());
            for (int frame = 0; frame < scores.length; frame++) {
                worst.add(new Found(scores[frame], sequence, frame));
                if (worst.size() > settings.hardest()) {
                    worst.remove();
                }
            }
        }
        WindowPool pool = new WindowPool();
        worst.forEach(found -> pool.add(found.sequence, found.frame));
        return pool;
    }
}
