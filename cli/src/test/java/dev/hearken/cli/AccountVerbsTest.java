package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountVerbsTest {
    private final InputStream terminal = System.in;

    @TempDir
    private Path home;

    @AfterEach
    void giveBackTheTerminal() {
        System.setIn(terminal);
    }

    @Test
    void aTokenIsPrintedOnceAndListedWithoutItsSecret() {
        Called made = call("tokens", "create", "gate", "--scope", "read,predict", "--days", "90");
        String secret = made.out().strip();
        assertThat(secret).startsWith("hearken_").doesNotContain(" ");
        assertThat(made.err()).contains("gate", "read,predict", "for all projects", "never used");

        Called list = call("tokens", "list", "--json");
        assertThat(list.out()).doesNotContain(secret);
        JsonNode token = JsonMapper.shared().readTree(list.out());
        assertThat(token.get("state").stringValue()).isEqualTo("valid");

        Called revoked = call("tokens", "revoke", token.get("id").stringValue());
        assertThat(revoked.out()).contains("revoked");
        assertThat(call("tokens", "revoke", "none").err()).contains("[NOT_FOUND]");
    }

    @Test
    void aTokenWantsAScopeThatThereIs() {
        assertThat(call("tokens", "create", "gate").exitCode()).isEqualTo(2);
        assertThat(call("tokens", "create", "gate", "--scope", "all").err()).contains("[SCOPE_UNKNOWN]");
        assertThat(call("tokens", "create", "gate", "--scope", "read", "--project", "nobody")
                        .err())
                .contains("[NOT_FOUND]");
    }

    @Test
    void theFirstUserIsAnAdminAndTheLastOneStays() {
        assertThat(typing("a long password", "users", "add", "bob").err()).contains("[CONFLICT]", "no admin");
        assertThat(typing("a long password", "users", "add", "ann", "--role", "admin")
                        .out())
                .contains("ann  admin");
        assertThat(typing("a long password", "users", "add", "bob").exitCode()).isZero();
        assertThat(call("users", "list").outLines()).hasSize(2);
        assertThat(call("users", "remove", "ann").err()).contains("[CONFLICT]");
        assertThat(call("users", "remove", "bob").exitCode()).isZero();
        assertThat(typing("another password", "users", "password", "ann").exitCode())
                .isZero();
        assertThat(typing("short", "users", "password", "ann").err()).contains("[INVALID]");
        assertThat(typing("", "users", "password", "ann").err()).contains("[PASSWORD_MISSING]");
        assertThat(typing("a long password", "users", "add", "eve", "--role", "king")
                        .err())
                .contains("[ROLE_UNKNOWN]");
    }

    private Called typing(String line, String... arguments) {
        System.setIn(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        return call(Stream.concat(Stream.of(arguments), Stream.of("--password-stdin"))
                .toArray(String[]::new));
    }

    private Called call(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return Called.with(all);
    }
}
