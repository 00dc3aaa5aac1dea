package dev.hearken.server.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie a session lives by. Scripts cannot read it, other sites' pages do not send it, and once it came over TLS it goes over nothing
 * else.
 */
final class SessionCookie {
    static final String NAME = "hearken_session";

    private SessionCookie() {}

    /** The secret a browser sent. */
    static Optional<String> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie ->
                        cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Has a browser keep this secret for so long. */
    static String keeping(String secret, Duration lifetime, HttpServletRequest request) {
        return cookie(secret, request).maxAge(lifetime).build().toString();
    }

    /** Has a browser forget it. */
    static String forgetting(HttpServletRequest request) {
        return cookie("", request).maxAge(0).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure());
    }
}
