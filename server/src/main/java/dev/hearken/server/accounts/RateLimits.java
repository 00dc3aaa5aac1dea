package dev.hearken.server.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How much each caller may ask: a bucket each, that fills as time goes by. On loopback, as long as nobody is known, there is nobody to share
 * with and no limit.
 */
@Component
final class RateLimits {
    private static final Duration REFILL = Duration.ofMinutes(1);

    /** More than a person mistypes, less than a guesser wants. */
    private static final int STRANGERS_TRIES = 60;

    private static final int LOGINS = 10;
    private static final int MOST_CALLERS = 100_000;

    private final int requests;
    private final boolean onLoopback;

    /** One that was not taken from for longer than it takes to fill may be forgotten. */
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(REFILL.multipliedBy(2))
            .build();

    RateLimits(ServerSettings settings) {
        this.requests = settings.access().requestsPerMinute();
        this.onLoopback = settings.isOnLoopback();
    }

    /**
     * Counts a request.
     *
     * @throws ProblemException 429 {@code TOO_MANY_REQUESTS} if it is one too many
     */
    void take(Caller caller, HttpServletRequest request) {
        boolean alone = caller.kind() == Caller.Kind.ANYBODY && onLoopback;
        if (requests > 0 && !alone) {
            String who = caller.kind() == Caller.Kind.ANYBODY ? request.getRemoteAddr() : caller.id();
            take(caller.kind() + " " + who, requests);
        }
    }

    /** Counts a request that nobody knows who made. */
    void takeAsStranger(HttpServletRequest request) {
        take("stranger " + request.getRemoteAddr(), STRANGERS_TRIES);
    }

    /** Counts an attempt to log in, for who tries from there, and for whom they say they are, wherever from. */
    void takeLogin(String name, HttpServletRequest request) {
        take("login from " + request.getRemoteAddr(), LOGINS);
        take("login as " + name, LOGINS);
    }

    private void take(String key, int perMinute) {
        Bucket bucket = buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, REFILL))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(perMinute, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
