package dev.hearken.store.monitoring;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a project wants kept of what its model is asked, and what it wants to be told of.
 *
 * @param keepAudio whether recordings that are asked about are kept
 * @param audioDays for how many days; 1 to 3,650
 * @param answerDays for how many days answers, tallies and ended alerts are kept; 1 to 3,650
 * @param webhook who is told of alerts
 * @param secret what notices are signed with
 * @param limits what was decided of rules; the others are as they come
 */
public record Watch(
        boolean keepAudio,
        int audioDays,
        int answerDays,
        Optional<URI> webhook,
        Optional<String> secret,
        Map<AlertRule, Limit> limits) {
    /** No sound kept, a quarter of answers, all rules as they come, nobody told. */
    public static final Watch STANDARD = new Watch(false, 7, 90, Optional.empty(), Optional.empty(), Map.of());

    private static final int MOST_DAYS = 3_650;
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws StoreException {@link StoreError#INVALID} saying what is wrong */
    public Watch {
        requireDays("audio_days", audioDays);
        requireDays("answer_days", answerDays);
        webhook.ifPresent(Watch::requireHttp);
        if (secret.isPresent() && (secret.get().isBlank() || secret.get().length() > LONGEST)) {
            throw invalid("a secret has 1 to " + LONGEST + " characters");
        }
        limits.forEach((rule, limit) -> {
            if (!(limit.threshold() >= 0 && Double.isFinite(limit.threshold()))) {
                throw invalid("the threshold of " + rule + " must not be negative, got " + limit.threshold());
            }
        });
        limits = Map.copyOf(limits);
    }

    /** Whether a rule is looked at, and from which value on there is an alert. */
    public record Limit(boolean enabled, double threshold) {
        static Limit standard(AlertRule rule) {
            return new Limit(true, rule.standard());
        }
    }

    /** What holds of a rule. */
    public Limit limit(AlertRule rule) {
        return limits.getOrDefault(rule, Limit.standard(rule));
    }

    /** What holds of all rules of a project. */
    public Map<AlertRule, Limit> allLimits() {
        Map<AlertRule, Limit> all = new EnumMap<>(AlertRule.class);
        for (AlertRule rule : AlertRule.values()) {
            if (!rule.isOfSystem()) {
                all.put(rule, limit(rule));
            }
        }
        return all;
    }

    private static void requireDays(String name, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw invalid("%s must be from 1 to %d, got %d".formatted(name, MOST_DAYS, days));
        }
    }

    /**
     * Goes on only with an http or https address that names a host and no user.
     *
     * @throws StoreException {@link StoreError#INVALID}
     */
    public static void requireHttp(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean plain = address.getHost() != null && address.getUserInfo() == null;
        if (!SCHEMES.contains(scheme) || !plain || address.toString().length() > LONGEST) {
            throw invalid("a webhook is http://host/… or https://host/…, got \"" + address + "\"");
        }
    }

    private static StoreException invalid(String message) {
        return new StoreException(StoreError.INVALID, message);
    }
}
