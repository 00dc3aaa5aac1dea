package dev.hearken.server.accounts;

import dev.hearken.store.accounts.NewToken;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A token that is wanted. */
@Schema(name = "NewToken")
record WantedToken(
        @Schema(example = "doorbell at the gate", description = "What it is for.") @Nullable
        String name,

        @Schema(
                example = "[\"predict\"]",
                description = "Of `read`, `predict`, `train` and `admin`, which holds the others.")
        @Nullable
        List<String> scopes,

        @Schema(description = "The only project it shall be for; else all.") @Nullable
        String project,

        @Schema(example = "90", description = "Else it is good until it is taken back.") @Nullable
        Integer expiresInDays) {

    NewToken checked() {
        return new NewToken(
                name == null ? "" : name,
                (scopes == null ? List.<String>of() : scopes)
                        .stream().map(Scope::parse).collect(Collectors.toSet()),
                Optional.ofNullable(project),
                Optional.ofNullable(expiresInDays).map(Duration::ofDays));
    }
}
