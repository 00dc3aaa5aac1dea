package dev.hearken.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Argon2HashTest {
    /** {@code argon2 somesalt -t 2 -m 8 -p 1 -id} of "password": the reference implementation's own test of version 1.3. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void whatTheReferenceImplementationWroteIsUnderstood() {
        assertThat(Argon2Hash.parse(REFERENCE).isOf("password")).isTrue();
        assertThat(Argon2Hash.parse(REFERENCE).isOf("Password")).isFalse();
        assertThat(Argon2Hash.parse(REFERENCE).written()).isEqualTo(REFERENCE);
    }

    @Test
    void aPasswordIsNeverWrittenTheSameTwice() {
        SecureRandom random = new SecureRandom();
        Argon2Hash first = Argon2Hash.of("password", 256, 1, random);
        Argon2Hash second = Argon2Hash.of("password", 256, 1, random);
        assertThat(first.written()).isNotEqualTo(second.written());
        assertThat(Argon2Hash.parse(second.written()).isOf("password")).isTrue();
    }

    @Test
    void anythingElseIsNotUnderstood() {
        for (String other : new String[] {"", "password", REFERENCE + "$", REFERENCE.replace("argon2id", "argon2i")}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Argon2Hash.parse(other));
        }
    }
}
