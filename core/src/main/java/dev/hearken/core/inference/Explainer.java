package dev.hearken.core.inference;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.Surrogate;
import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells what drove a model's answers, by the linear stand-in the model file carries.
 *
 * <p>A feature's effect is how far it is from its average, in standard deviations, times the stand-in's weight: occlusion of a linear
 * model, in which putting the average in its place takes exactly that away from the log-odds.
 *
 * <p>Safe for use by many threads at once; holds native memory until closed.
 */
public final class Explainer implements AutoCloseable {
    private final Surrogate surrogate;
    private final ClipDescriber describer;

    private Explainer(Surrogate surrogate, ClipDescriber describer) {
        this.surrogate = surrogate;
        this.describer = describer;
    }

    /**
     * An explainer of a model's answers; empty if the model file carries no stand-in.
     *
     * @throws HearkenException {@code EXPLANATION_UNKNOWN} if the stand-in looks at something this version cannot measure
     */
    public static Optional<Explainer> of(ModelFile model) {
        return model.metadata().surrogate().map(surrogate -> {
            for (Surrogate.Feature feature : surrogate.features()) {
                if (!ClipDescriber.names().contains(feature.name())) {
                    throw HearkenException.user(
                            "EXPLANATION_UNKNOWN",
                            "the model is explained by '" + feature.name()
                                    + "', which this version does not know: use a newer one");
                }
            }
            return new Explainer(surrogate, new ClipDescriber(model.metadata()));
        });
    }

    /**
     * What drove the answer {@code label} for this clip, of any length and sample rate.
     *
     * @throws IllegalArgumentException if the stand-in says nothing of this label
     */
    public Explanation explain(Waveform clip, Label label) {
        Surrogate.Answer answer = surrogate
                .answer(label.name())
                .orElseThrow(() -> new IllegalArgumentException("no explanation of " + label));
        double[] values = describer.describe(clip);
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < surrogate.features().size(); i++) {
            Surrogate.Feature feature = surrogate.features().get(i);
            double value = values[ClipDescriber.names().indexOf(feature.name())];
            drivers.add(driver(feature, value, answer.weights().get(i)));
        }
        drivers.sort(Comparator.comparingDouble((Driver driver) -> -Math.abs(driver.effect())));
        return new Explanation(label, drivers, answer.r2());
    }

    @Override
    public void close() {
        describer.close();
    }

    private static Driver driver(Surrogate.Feature feature, double value, double weight) {
        double effect = weight * (value - feature.mean()) / feature.deviation();
        String words = FeatureWords.of(feature.name()).compare(value, feature.mean());
        return new Driver(feature.name(), value, feature.mean(), effect, words);
    }
}
