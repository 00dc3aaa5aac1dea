package dev.hearken.server.accounts;

import dev.hearken.server.Needs;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.accounts.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What lets programs in: made, told of, taken back. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Scope.ADMIN)
@Tag(name = "accounts", description = "Who may do what.")
class TokensController {
    private final Tokens tokens;
    private final Callers callers;
    private final Clock clock;

    TokensController(Tokens tokens, Callers callers, Clock clock) {
        this.tokens = tokens;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List the tokens, oldest first", description = "Also those that are worth nothing any more.")
    List<TokenView> listTokens() {
        return tokens.list().stream()
                .map(token -> TokenView.of(token, clock.instant()))
                .toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a token",
            description =
                    "The answer holds its secret, which is not kept and cannot be shown again. While the server is"
                            + " open to all, 409 `NO_ADMIN`.")
    TokenView.Issued createToken(@RequestBody WantedToken wanted) {
        callers.requireClosed();
        return TokenView.Issued.of(tokens.create(wanted.checked()));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a token back", description = "At once and for good. It stays in the list.")
    TokenView revokeToken(@PathVariable String id) {
        TokenView revoked = TokenView.of(tokens.revoke(id), clock.instant());
        callers.forget();
        return revoked;
    }
}
