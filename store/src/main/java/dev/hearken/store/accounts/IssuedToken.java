package dev.hearken.store.accounts;

/**
 * A token that was just made.
 *
 * @param token what is kept of it
 * @param secret what its holder sends; known only now
 */
public record IssuedToken(ApiToken token, String secret) {
    /** Nothing of the secret: it must not reach a log. */
    @Override
    public String toString() {
        return "IssuedToken[" + token + "]";
    }
}
