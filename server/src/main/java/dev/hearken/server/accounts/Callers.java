package dev.hearken.server.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.ApiToken;
import dev.hearken.store.accounts.Session;
import dev.hearken.store.accounts.Sessions;
import dev.hearken.store.accounts.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Tells who asks: by a token, by the cookie of a session, or anybody as long as nobody is known here.
 *
 * <p>What was found is believed for a second, so that a busy caller does not ask the database with each request. What is taken back here is
 * taken back at once, what is taken back elsewhere, at the command line or by another server, within that second.
 */
@Component
final class Callers {
    private static final String SCHEME = "Bearer ";
    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int MOST_BELIEVED = 10_000;

    private final Accounts accounts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Origins origins;
    private final Clock clock;
    private final Cache<String, Caller> byToken = believing();
    private final Cache<String, Caller> bySession = believing();
    private final Cache<String, Boolean> known = believing();

    Callers(Accounts accounts, Tokens tokens, Sessions sessions, Origins origins, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.origins = origins;
        this.clock = clock;
    }

    /** Whether callers must say who they are: as soon as there is a user or token, and from then on. */
    boolean mustSay() {
        return Boolean.TRUE.equals(known.get("anybody", unused -> accounts.exist()));
    }

    /**
     * Who asks.
     *
     * @throws ProblemException 401 {@code UNAUTHENTICATED}, {@code TOKEN_INVALID}, {@code TOKEN_EXPIRED}, {@code TOKEN_REVOKED},
     *     {@code SESSION_OVER}; 403 {@code FOREIGN_ORIGIN} if a session would change something for a page that is not this server's
     */
    Caller require(HttpServletRequest request) {
        if (!mustSay()) {
            return Caller.ANYBODY;
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return byToken.get(authorization.substring(SCHEME.length()).strip(), this::ofToken);
        }
        String secret = SessionCookie.of(request)
                .orElseThrow(() ->
                        refused("UNAUTHENTICATED", "log in, or send a token as \"Authorization: Bearer hearken_…\""));
        if (origins.isChange(request) && !origins.isOwn(request)) {
            throw origins.foreign();
        }
        return bySession.get(secret, this::ofSession);
    }

    /** Who asks, if they can be told. */
    Optional<Caller> find(HttpServletRequest request) {
        try {
            return Optional.of(require(request));
        } catch (ProblemException stranger) {
            return Optional.empty();
        }
    }

    /**
     * That callers must say who they are: who comes first over the network must not be whom all others depend on.
     *
     * @throws ProblemException 409 {@code NO_ADMIN}
     */
    void requireClosed() {
        if (!mustSay()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "NO_ADMIN",
                    "the first admin is made at the command line: hearken users add NAME --role admin");
        }
    }

    /** Believes nothing of what was found: something was taken back, or has changed. */
    void forget() {
        byToken.invalidateAll();
        bySession.invalidateAll();
        known.invalidateAll();
    }

    private Caller ofToken(String secret) {
        ApiToken token = tokens.present(secret)
                .orElseThrow(() -> refused("TOKEN_INVALID", "there is no such token; hearken tokens list shows them"));
        return switch (token.state(clock.instant())) {
            case VALID -> Caller.of(token);
            case EXPIRED ->
                throw refused("TOKEN_EXPIRED", "the token \"" + token.name() + "\" has expired; make another");
            case REVOKED -> throw refused("TOKEN_REVOKED", "the token \"" + token.name() + "\" was taken back");
        };
    }

    private Caller ofSession(String secret) {
        Session session =
                sessions.find(secret).orElseThrow(() -> refused("SESSION_OVER", "the session is over; log in again"));
        return Caller.of(session.account());
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(HttpStatus.UNAUTHORIZED, code, detail);
    }

    private static <T> Cache<String, T> believing() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BELIEVED)
                .expireAfterWrite(BELIEVED)
                .build();
    }
}
