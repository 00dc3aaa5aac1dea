package dev.hearken.server;

import dev.hearken.store.monitoring.Watch;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of how a server is watched.
 *
 * @param lookEvery how often rules are looked at and notices sent; 1 second to 1 hour
 * @param webhook who is told of alerts of the system, and of projects that name nobody
 * @param secret what notices to them are signed with
 * @param traces where traces go, an OTLP address over HTTP; empty for nowhere
 * @param executionProvider what ONNX Runtime is to compute on: {@code auto}, {@code cpu} or {@code cuda}
 */
public record MonitoringSettings(
        Duration lookEvery,
        Optional<URI> webhook,
        Optional<String> secret,
        Optional<URI> traces,
        String executionProvider) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What holds where nothing is said. */
    public static final MonitoringSettings STANDARD = of(Map.of());

    /** @throws IllegalArgumentException saying what is wrong */
    public MonitoringSettings {
        if (lookEvery.compareTo(Duration.ofSeconds(1)) < 0 || lookEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("HEARKEN_ALERT_SECONDS must be from 1 to 3600");
        }
        webhook.ifPresent(Watch::requireHttp);
        traces.ifPresent(Watch::requireHttp);
    }

    /**
     * What these variables say.
     *
     * @param environment the process's variables, as {@link System#getenv()} gives them
     * @throws IllegalArgumentException naming the variable that cannot be understood
     */
    public static MonitoringSettings of(Map<String, String> environment) {
        // The log is set up before anybody could tell of a mistake, so it is told here.
        oneOf(environment, "HEARKEN_LOG_FORMAT", "text", "json");
        return new MonitoringSettings(
                seconds(environment.getOrDefault("HEARKEN_ALERT_SECONDS", "15")),
                address(environment, "HEARKEN_WEBHOOK_URL"),
                told(environment, "HEARKEN_WEBHOOK_SECRET"),
                address(environment, "HEARKEN_OTLP_ENDPOINT")
                        .or(() -> address(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")),
                oneOf(environment, "HEARKEN_EXECUTION_PROVIDER", "auto", "cpu", "cuda"));
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text.trim()));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "HEARKEN_ALERT_SECONDS must be a number, got \"" + text + "\"", noNumber);
        }
    }

    private static Optional<URI> address(Map<String, String> environment, String variable) {
        return told(environment, variable).map(text -> {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException noAddress) {
                throw new IllegalArgumentException(variable + " is no address: \"" + text + "\"", noAddress);
            }
        });
    }

    /** The first word is what holds where nothing is said. */
    private static String oneOf(Map<String, String> environment, String variable, String... words) {
        String word = told(environment, variable).orElse(words[0]).toLowerCase(Locale.ROOT);
        for (String each : words) {
            if (each.equals(word)) {
                return word;
            }
        }
        throw new IllegalArgumentException(
                "%s must be one of %s, got \"%s\"".formatted(variable, String.join(", ", words), word));
    }

    private static Optional<String> told(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::trim).filter(text -> !text.isEmpty());
    }
}
