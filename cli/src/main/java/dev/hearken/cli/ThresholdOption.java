package dev.hearken.cli;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Thresholds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** At which score a label is detected: given, or by what it may cost, or as the model has it. */
final class ThresholdOption {
    @Option(names = "--threshold", paramLabel = "T", description = "The score a label is detected at, in [0, 1].")
    private @Nullable Double threshold;

    @Option(
            names = "--false-alarms-per-hour",
            paramLabel = "F",
            description = "Use the model's threshold that was measured to cost at most so many; else its first.")
    private @Nullable Double falseAlarmsPerHour;

    Thresholds of(ModelMetadata metadata, CommandSpec spec) {
        if (threshold != null && falseAlarmsPerHour != null) {
            throw new ParameterException(spec.commandLine(), "give --threshold or --false-alarms-per-hour, not both");
        }
        if (threshold != null) {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new ParameterException(spec.commandLine(), "--threshold must be in [0, 1], got " + threshold);
            }
            return Thresholds.all(metadata, threshold);
        }
        if (falseAlarmsPerHour != null) {
            if (!(falseAlarmsPerHour >= 0)) {
                throw new ParameterException(
                        spec.commandLine(), "--false-alarms-per-hour must not be negative, got " + falseAlarmsPerHour);
            }
            return Thresholds.at(metadata, falseAlarmsPerHour);
        }
        return Thresholds.of(metadata);
    }
}
