package dev.hearken.cli;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.Mfcc;
import dev.hearken.core.features.SpeechEmbedding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken bench features}: from samples to features. */
@Command(
        name = "features",
        description = "Measure a front end from samples to features: one clip of noise at a time, on one thread.",
        footer = {"", "Example: hearken bench features LOG_MEL_16K --seconds 10"})
final class BenchFeatures implements Runnable {
    /** The front ends there are to measure. */
    enum Named {
        LOG_MEL_8K,
        LOG_MEL_16K,
        MFCC_16K,
        EMBEDDING;

        private FrontEnd frontEnd() {
            return switch (this) {
                case LOG_MEL_8K -> LogMel.digits8k();
                case LOG_MEL_16K -> LogMel.speech16k();
                case MFCC_16K -> Mfcc.keywords16k();
                case EMBEDDING -> SpeechEmbedding.whole();
            };
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FRONT-END",
            description = "${COMPLETION-CANDIDATES}; else LOG_MEL_16K.")
    private Named named = Named.LOG_MEL_16K;

    @Override
    public void run() {
        options.check(spec);
        FrontEnd frontEnd = named.frontEnd();
        try (FeatureExtractor extractor = FeatureExtractor.of(frontEnd)) {
            Waveform clip = Timing.noise(options.seconds, frontEnd.sampleRateHz());
            options.tell(spec, "features", named.name(), Timing.of(options.runs, () -> extractor.extract(clip)));
        }
    }
}
