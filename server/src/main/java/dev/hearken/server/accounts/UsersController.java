package dev.hearken.server.accounts;

import dev.hearken.server.Needs;
import dev.hearken.store.accounts.Account;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.Role;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who may come in. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Scope.ADMIN)
@Tag(name = "accounts")
class UsersController {
    private final Accounts accounts;
    private final Callers callers;

    UsersController(Accounts accounts, Callers callers) {
        this.accounts = accounts;
        this.callers = callers;
    }

    /** A person as the API shows them. */
    @Schema(name = "User")
    record UserView(
            @Schema(example = "ann") String name,

            @Schema(allowableValues = {"viewer", "member", "admin"})
            String role,

            Instant createdAt) {
        static UserView of(Account account) {
            return new UserView(account.name(), account.role().word(), account.createdAt());
        }
    }

    /** A person who shall come in. */
    @Schema(name = "NewUser")
    record NewUser(
            @Nullable String name,

            @Schema(allowableValues = {"viewer", "member", "admin"}) @Nullable
            String role,

            @Schema(description = "10 to 200 characters.") @Nullable
            String password) {}

    /** What is to be different about a person; what is absent stays. */
    @Schema(name = "UserEdit")
    record UserEdit(
            @Schema(allowableValues = {"viewer", "member", "admin"}) @Nullable
            String role,

            @Schema(description = "10 to 200 characters. They are logged out wherever they were in.") @Nullable
            String password) {}

    @GetMapping
    @Operation(summary = "List the users, by name")
    List<UserView> listUsers() {
        return accounts.list().stream().map(UserView::of).toList();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Let a person in",
            description = "The first admin is made at the command line; until then 409 `NO_ADMIN`.")
    UserView addUser(@RequestBody NewUser wanted) {
        callers.requireClosed();
        return UserView.of(accounts.add(text(wanted.name()), Role.parse(text(wanted.role())), text(wanted.password())));
    }

    @PatchMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a person another role or password")
    UserView editUser(@PathVariable String name, @RequestBody UserEdit edit) {
        if (edit.password() != null) {
            accounts.setPassword(name, edit.password());
        }
        if (edit.role() != null) {
            accounts.setRole(name, Role.parse(edit.role()));
        }
        callers.forget();
        return UserView.of(accounts.require(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let a person in no more", description = "The last admin stays: 409 `CONFLICT`.")
    void removeUser(@PathVariable String name) {
        accounts.remove(name);
        callers.forget();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
