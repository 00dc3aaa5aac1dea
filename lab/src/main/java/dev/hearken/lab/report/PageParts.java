package dev.hearken.lab.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What pages are made of: templates, styles, scripts and the plotting library, all from the class path. */
final class PageParts {
    private PageParts() {}

    /** A template filled; it escapes what stands in two braces, and only the page's own style, scripts and pictures stand in three. */
    static String fill(String template, Object view) {
        return Mustache.compiler()
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource(template))
                .execute(view);
    }

    /** JSON that cannot end the script element it stands in, whatever labels are called. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    /** The plotting library. */
    static String libraries() {
        return resource("d3.min.js") + "\n" + resource("plot.umd.min.js");
    }

    static String resource(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
