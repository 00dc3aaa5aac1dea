package dev.hearken.server.monitoring;

import dev.hearken.server.Needs;
import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.monitoring.AlertRule;
import dev.hearken.store.monitoring.Watch;
import dev.hearken.store.monitoring.Watch.Limit;
import dev.hearken.store.monitoring.Watches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a project wants kept, and told. */
@RestController
@RequestMapping(path = "/api/v1/projects/{project}/monitoring/settings", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "monitoring")
class WatchController {
    private final Projects projects;
    private final Watches watches;

    WatchController(Projects projects, Watches watches) {
        this.projects = projects;
        this.watches = watches;
    }

    /** A rule as the API shows it. */
    @Schema(name = "AlertLimit")
    record LimitView(boolean enabled, double threshold) {}

    /** What a project wants, as the API shows it. */
    @Schema(name = "MonitoringSettings")
    record WatchView(
            @Schema(description = "Whether recordings that are asked about are kept. Ask those who speak in them.")
            boolean keepAudio,

            @Schema(description = "For how many days.", minimum = "1", maximum = "3650") @Nullable
            Integer audioDays,

            @Schema(
                    description = "How long answers, counts and ended alerts are kept.",
                    minimum = "1",
                    maximum = "3650")
            @Nullable
            Integer answerDays,

            @Schema(description = "Who is told of alerts: http or https.") @Nullable
            String webhook,

            @Schema(
                    description =
                            "What notices are signed with. It is told once and never shown; absent leaves it, empty removes it.",
                    accessMode = Schema.AccessMode.WRITE_ONLY)
            @Nullable
            String webhookSecret,

            @Schema(description = "Whether there is a secret.", accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            Boolean signed,

            @Schema(description = "By name; rules that are not named stay as they come.") @Nullable
            Map<String, LimitView> rules) {
        static WatchView of(Watch watch) {
            Map<String, LimitView> rules = new TreeMap<>();
            watch.allLimits()
                    .forEach((rule, limit) -> rules.put(
                            rule.name().toLowerCase(Locale.ROOT), new LimitView(limit.enabled(), limit.threshold())));
            return new WatchView(
                    watch.keepAudio(),
                    watch.audioDays(),
                    watch.answerDays(),
                    watch.webhook().map(URI::toString).orElse(null),
                    null,
                    watch.secret().isPresent(),
                    rules);
        }

        Watch watch(Optional<String> secretBefore) {
            return new Watch(
                    keepAudio,
                    audioDays == null ? Watch.STANDARD.audioDays() : audioDays,
                    answerDays == null ? Watch.STANDARD.answerDays() : answerDays,
                    webhook == null || webhook.isBlank() ? Optional.empty() : Optional.of(address(webhook)),
                    webhookSecret == null
                            ? secretBefore
                            : Optional.of(webhookSecret).filter(secret -> !secret.isEmpty()),
                    limits());
        }

        private Map<AlertRule, Limit> limits() {
            Map<AlertRule, Limit> limits = new EnumMap<>(AlertRule.class);
            if (rules != null) {
                rules.forEach((name, limit) -> limits.put(rule(name), new Limit(limit.enabled(), limit.threshold())));
            }
            return limits;
        }
    }

    @GetMapping
    @Operation(summary = "What a project wants kept, and told")
    WatchView showMonitoringSettings(@PathVariable String project) {
        projects.require(project);
        return WatchView.of(watches.of(project));
    }

    /** Only for those who may do anything: it decides whom this server calls, and whose voices it keeps. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ADMIN)
    @Operation(summary = "Decide what a project wants kept, and told", description = "What is left out is as it comes.")
    WatchView decideMonitoringSettings(@PathVariable String project, @RequestBody WatchView wanted) {
        projects.require(project);
        watches.decide(project, wanted.watch(watches.of(project).secret()));
        return WatchView.of(watches.of(project));
    }

    private static AlertRule rule(String name) {
        for (AlertRule rule : AlertRule.values()) {
            if (!rule.isOfSystem() && rule.name().toLowerCase(Locale.ROOT).equals(name)) {
                return rule;
            }
        }
        throw new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "RULE_UNKNOWN", "there is no rule \"" + name + "\" of projects");
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", "a webhook is an address, got \"" + text + "\"");
        }
    }
}
