package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.SpecAugment;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/**
 * Clips changed at random before each look, in shuffled batches that are made ahead on other threads.
 *
 * <p>What happens to a clip depends on the seed, the pass and the clip alone, never on the threads, so an epoch is always the same.
 */
public final class AugmentedExamples implements TrainingExamples, AutoCloseable {
    private static final int THREADS = 2;
    private static final int BATCHES_AHEAD = 4;

    private final List<TrainingClip> clips;
    private final Targets targets;
    private final Scene scene;
    private final Optional<SpecAugment> mask;
    private final FeatureSource source;
    private final Optional<Teacher> teacher;
    private final TrainingSettings settings;
    private final long seed;
    private final ExampleCache cache;
    private final ExecutorService executor;

    /**
     * Examples made of these clips.
     *
     * @param mask works on the features after the front end
     * @param teacher whose answers are learned beside the labels
     * @param cache keeps what passes made; to be shared only with examples of the same source, scene and seed
     */
    public AugmentedExamples(
            List<TrainingClip> clips,
            int labels,
            Scene scene,
            Optional<SpecAugment> mask,
            FeatureSource source,
            Optional<Teacher> teacher,
            TrainingSettings settings,
            long seed,
            ExampleCache cache) {
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("no clips to learn from");
        }
        this.clips = List.copyOf(clips);
        this.targets =
                new Targets(clips, labels, settings, teacher.map(Teacher::share).orElse(0.0));
        this.scene = scene;
        this.mask = mask;
        this.source = source;
        this.teacher = teacher;
        this.settings = settings;
        this.seed = seed;
        this.cache = cache;
        this.executor = Ahead.threads(THREADS);
    }

    @Override
    public int batches() {
        return (clips.size() + settings.batchSize() - 1) / settings.batchSize();
    }

    @Override
    public Iterator<Batch> epoch(int epoch) {
        int[] order = shuffled(epoch);
        return new Ahead<>(executor, BATCHES_AHEAD, 0, batches(), number -> {
            int from = number * settings.batchSize();
            int to = Math.min(from + settings.batchSize(), order.length);
            return batch(Arrays.copyOfRange(order, from, to), epoch);
        });
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private Batch batch(int[] members, int epoch) {
        FeatureShape shape = source.shape();
        float[] features = new float[members.length * shape.size()];
        float[] wanted = new float[members.length * targets.labels()];
        for (int row = 0; row < members.length; row++) {
            TrainingClip clip = clips.get(members[row]);
            SplittableRandom random = randomFor(epoch, clip.id());
            float[] example = example(clip, epoch);
            float[] seen = Arrays.copyOf(example, shape.size());
            mask.ifPresent(masking -> masking.mask(seen, shape.channels(), random));
            System.arraycopy(seen, 0, features, row * shape.size(), shape.size());
            targets.fill(wanted, row, clip, example);
        }
        if (settings.mixup() > 0) {
            Mixup.apply(features, wanted, members.length, settings.mixup(), randomFor(epoch, -members[0] - 1));
        }
        return new Batch(features, wanted, members.length, shape);
    }

    /** One clip in one epoch: made afresh, or that of the pass whose turn it is, the first being the clip itself. */
    private float[] example(TrainingClip clip, int epoch) {
        if (settings.passes() == 0) {
            return of(augmented(clip, epoch));
        }
        int pass = epoch % settings.passes();
        return cache.get(clip.id(), pass, () -> of(pass == 0 ? clip.waveform() : augmented(clip, -pass - 1)));
    }

    private Waveform augmented(TrainingClip clip, int occasion) {
        return scene.around(clip.waveform(), source.window(), randomFor(occasion, clip.id()));
    }

    /** The features of a clip and, behind them, what the teacher says of it. */
    private float[] of(Waveform clip) {
        float[] features = source.of(clip);
        float[] taught = teacher.map(present -> present.answer(clip)).orElse(new float[0]);
        float[] both = Arrays.copyOf(features, features.length + taught.length);
        System.arraycopy(taught, 0, both, features.length, taught.length);
        return both;
    }

    private int[] shuffled(int epoch) {
        int[] order = new int[clips.size()];
        RandomGenerator random = new SplittableRandom(seed * 0x9e3779b97f4a7c15L + epoch);
        for (int i = 0; i < order.length; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private SplittableRandom randomFor(int occasion, int clip) {
        return new SplittableRandom((seed * 1_000_003 + occasion) * 1_000_003 + clip);
    }
}
