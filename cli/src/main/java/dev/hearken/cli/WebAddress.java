package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.net.URI;
import java.net.URISyntaxException;

/** An address a user names. */
final class WebAddress {
    private WebAddress() {}

    /** @throws HearkenException {@code FETCH_URL_REFUSED} if it is none */
    static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "FETCH_URL_REFUSED", "'" + url + "' is no URL", malformed);
        }
    }
}
