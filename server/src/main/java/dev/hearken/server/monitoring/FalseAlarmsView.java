package dev.hearken.server.monitoring;

import dev.hearken.core.evaluation.AlarmRate;
import dev.hearken.core.evaluation.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** False alarms people reported, against what was agreed. */
@Schema(name = "FalseAlarms")
record FalseAlarmsView(
        @Schema(description = "Reported as feedback.") int reported,

        @Schema(description = "Hours of sound that streams were listened to.")
        double hours,

        @Schema(description = "reported / hours; absent where nothing was listened to.") @Nullable
        Double perHour,

        @Schema(description = "Where it lies with 95 % confidence (Poisson).") @Nullable
        Double low,

        @Nullable Double high,

        @Schema(description = "False alarms an hour that were agreed to.")
        double contract,

        @Schema(
                allowableValues = {"nothing_heard", "kept", "unsure", "broken"},
                description =
                        "`kept`: the whole interval is at or below the contract; `broken`: above it; `unsure`: it lies"
                                + " across, listen longer.")
        String verdict) {
    static FalseAlarmsView of(int reported, double hours, double contract) {
        if (!(hours > 0)) {
            return new FalseAlarmsView(reported, 0, null, null, null, contract, "nothing_heard");
        }
        AlarmRate rate = new AlarmRate(reported, hours);
        Interval interval = rate.poisson();
        String verdict = interval.high() <= contract ? "kept" : interval.low() > contract ? "broken" : "unsure";
        return new FalseAlarmsView(reported, hours, rate.value(), interval.low(), interval.high(), contract, verdict);
    }
}
