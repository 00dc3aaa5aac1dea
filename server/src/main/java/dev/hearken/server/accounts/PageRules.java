package dev.hearken.server.accounts;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** What browsers are told of every answer: what its page may load and run, and that nobody may frame it or guess what it is. */
final class PageRules extends HttpServletResponseWrapper {
    private static final String POLICY = "Content-Security-Policy";

    /** Own scripts, WebAssembly and workers, recordings and pictures made in the page; styles may stand in it, scripts may not. */
    private static final String OWN_PAGES =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; img-src 'self' data:"
                    + " blob:; media-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' blob:"
                    + " data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageRules(HttpServletResponse response) {
        super(response);
    }

    static HttpServletResponse on(HttpServletResponse response) {
        response.setHeader(POLICY, OWN_PAGES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)");
        return new PageRules(response);
    }

    /** A page with a policy of its own, such as a report, has that one instead of ours: with two, both hold. */
    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(POLICY)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }
}
