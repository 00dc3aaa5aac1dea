package dev.hearken.server.monitoring;

import dev.hearken.core.evaluation.PopulationStability;
import dev.hearken.store.monitoring.Drift;
import dev.hearken.store.monitoring.Drift.SignalDrift;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.monitoring.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far what comes in and goes out is from the live version's reference. */
@Schema(name = "Drift")
record DriftView(
        @Schema(
                allowableValues = {"no_reference", "too_few", "stable", "moderate", "large"},
                description = "The worst of the signals'.")
        String verdict,

        @Schema(description = "What was compared with what, and what that is worth.")
        String explanation,

        @Schema(
                description =
                        "`training`: the clips the version learned from and was judged by; `first_predictions`: what"
                                + " it answered first.",
                allowableValues = {"training", "first_predictions"})
        @Nullable
        String reference,

        @Schema(description = "Answers that were compared: the newest 5,000 at most.")
        int answers,

        List<SignalView> signals,

        @Schema(
                description =
                        "The mix of labels against the reference's. It tells of the world as much as of the model: no"
                                + " verdict.")
        @Nullable
        MixView labels) {
    /** How far one signal moved. */
    @Schema(name = "SignalDrift")
    record SignalView(
            @Schema(allowableValues = {"level_dbfs", "noise_dbfs", "centre_hz", "duration_seconds", "confidence"})
            String signal,

            @Schema(allowableValues = {"input", "score"}) String of,

            @Schema(allowableValues = {"too_few", "stable", "moderate", "large"})
            String verdict,

            @Schema(description = "Population stability index over the reference's deciles.")
            double psi,

            @Schema(description = "What the index stays below in 95 of 100 samples of this size if nothing changed.")
            double psiNoise,

            @Schema(description = "Kolmogorov-Smirnov statistic.")
            double ks,

            @Schema(description = "Its p-value.") double pValue,

            @Schema(description = "Values of the reference.")
            long nReference,

            @Schema(description = "Values compared with it.")
            long n) {
        static SignalView of(SignalDrift drift) {
            PopulationStability psi = drift.stability();
            return new SignalView(
                    drift.signal().name().toLowerCase(Locale.ROOT),
                    drift.signal().isInput() ? "input" : "score",
                    Drift.verdict(psi).name().toLowerCase(Locale.ROOT),
                    psi.index(),
                    psi.noise(),
                    drift.distance().statistic(),
                    drift.distance().pValue(),
                    psi.reference(),
                    psi.sample());
        }
    }

    /** How far the mix of labels moved. */
    @Schema(name = "LabelMixDrift")
    record MixView(double psi, double psiNoise, long nReference, long n) {
        static MixView of(PopulationStability psi) {
            return new MixView(psi.index(), psi.noise(), psi.reference(), psi.sample());
        }
    }

    static DriftView of(Optional<Reference> reference, Optional<Drift> drift) {
        if (reference.isEmpty()) {
            return new DriftView("no_reference", """
                the version was not trained here, and has not yet given the %d answers that are taken for a reference then\
                """.formatted(DriftWatch.FIRST_ANSWERS), null, 0, List.of(), null);
        }
        Reference.Origin origin = reference.get().origin();
        String name = origin.name().toLowerCase(Locale.ROOT);
        if (drift.isEmpty()) {
            return new DriftView("too_few", "nothing was answered that could be compared", name, 0, List.of(), null);
        }
        Drift found = drift.get();
        return new DriftView(
                found.verdict().name().toLowerCase(Locale.ROOT),
                explanation(found),
                name,
                found.answers(),
                found.signals().stream().map(SignalView::of).toList(),
                found.labels().map(MixView::of).orElse(null));
    }

    private static String explanation(Drift drift) {
        String against = drift.reference().origin() == Reference.Origin.TRAINING
                ? "the clips the version was trained on and judged by"
                : "the version's first %d answers, since it was not trained here".formatted(DriftWatch.FIRST_ANSWERS);
        String few = drift.answers() < Drift.FEWEST_ANSWERS
                ? "; fewer than %d answers move far by chance, so nothing is concluded".formatted(Drift.FEWEST_ANSWERS)
                : "";
        return "%,d answers against %s%s".formatted(drift.answers(), against, few);
    }
}
