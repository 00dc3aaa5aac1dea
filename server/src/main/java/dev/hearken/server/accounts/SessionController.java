package dev.hearken.server.accounts;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.Unguarded;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.accounts.Account;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.accounts.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way in for people with a browser, and out again. */
@RestController
@RequestMapping(path = "/api/v1/session", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "accounts")
class SessionController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Callers callers;
    private final RateLimits limits;
    private final Audit audit;
    private final ServerSettings settings;

    SessionController(
            Accounts accounts,
            Sessions sessions,
            Callers callers,
            RateLimits limits,
            Audit audit,
            ServerSettings settings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.callers = callers;
        this.limits = limits;
        this.audit = audit;
        this.settings = settings;
    }

    /** Whom the server takes the caller for. */
    @Schema(name = "Session")
    record SessionView(
            @Schema(description = "Whether callers must say who they are.")
            boolean loginNeeded,

            @Schema(
                    allowableValues = {"user", "token", "anybody"},
                    description = "Left out for a stranger.")
            @Nullable
            String kind,

            @Schema(example = "ann") @Nullable String name,

            @Schema(description = "What they may do, of `read`, `predict`, `train`, `admin`.")
            List<String> scopes,

            @Schema(description = "The only project they may do it to.") @Nullable
            String project) {

        static SessionView of(boolean loginNeeded, Optional<Caller> caller) {
            return new SessionView(
                    loginNeeded,
                    caller.map(who -> who.kind().word()).orElse(null),
                    caller.map(Caller::name).orElse(null),
                    caller.map(Caller::scopes).stream()
                            .flatMap(scopes -> scopes.stream().sorted().map(Scope::word))
                            .toList(),
                    caller.flatMap(Caller::project).orElse(null));
        }
    }

    /** Who one is, and what only they know. */
    @Schema(name = "Login")
    record Login(
            @Schema(example = "ann") @Nullable String name,
            @Nullable String password) {}

    /** Another password. */
    @Schema(name = "PasswordChange")
    record PasswordChange(
            @Nullable String password, @Nullable String newPassword) {}

    @GetMapping
    @Unguarded
    @Operation(summary = "Whom the server takes me for")
    SessionView showSession(HttpServletRequest request) {
        return SessionView.of(callers.mustSay(), callers.find(request));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Unguarded
    @Operation(
            summary = "Log in",
            description = "The answer sets the cookie `hearken_session`. 401 `LOGIN_FAILED`; 10 attempts a minute.")
    ResponseEntity<SessionView> logIn(@RequestBody Login login, HttpServletRequest request) {
        Account account = verify(login.name(), login.password(), request);
        Caller caller = Caller.of(account);
        audit.remember(request, caller);
        String secret = sessions.open(account, settings.access().sessionLifetime());
        callers.forget();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        SessionCookie.keeping(secret, settings.access().sessionLifetime(), request))
                .body(SessionView.of(true, Optional.of(caller)));
    }

    @PutMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Unguarded
    @Operation(
            summary = "Give myself another password",
            description = "With the old one. Everybody who came in by it is logged out, here too.")
    ResponseEntity<Void> changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        Caller caller = callers.require(request);
        if (caller.kind() != Caller.Kind.USER) {
            throw new ProblemException(HttpStatus.CONFLICT, "NO_PASSWORD", "only a user has a password; log in as one");
        }
        audit.remember(request, caller);
        verify(caller.name(), change.password(), request);
        accounts.setPassword(caller.name(), change.newPassword() == null ? "" : change.newPassword());
        callers.forget();
        return forgetting(request);
    }

    @DeleteMapping
    @Unguarded
    @Operation(summary = "Log out", description = "Nothing happens if nobody is in.")
    ResponseEntity<Void> logOut(HttpServletRequest request) {
        callers.find(request).ifPresent(caller -> audit.remember(request, caller));
        SessionCookie.of(request).ifPresent(sessions::close);
        callers.forget();
        return forgetting(request);
    }

    private Account verify(@Nullable String name, @Nullable String password, HttpServletRequest request) {
        String who = name == null ? "" : name;
        limits.takeLogin(who, request);
        return accounts.verify(who, password == null ? "" : password)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "LOGIN_FAILED", "there is no user of that name and password"));
    }

    private static ResponseEntity<Void> forgetting(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.forgetting(request))
                .build();
    }
}
