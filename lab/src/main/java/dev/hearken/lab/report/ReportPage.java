package dev.hearken.lab.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A report as one HTML document: the template filled, with its style, its data and the plotting library inside. */
final class ReportPage {
    private ReportPage() {}

    /**
     * What the template asks for; what may be missing is a list of one or none, which is how Mustache has it.
     *
     * @param json the report's JSON, from which the script draws
     * @param libraries the plotting library
     */
    record View(
            ModelCard card,
            String headline,
            List<Fact> facts,
            List<MeasuredView> measured,
            List<TrainingView> training,
            DataView data,
            CardView about,
            String style,
            String json,
            String libraries,
            String script) {}

    /** The page of a report whose JSON is this. */
    static String of(Report report, ObjectNode json) {
        View view = new View(
                report.card(),
                report.measured().map(Reading::headline).orElse(Reading.NOTHING_MEASURED),
                Fact.of(report),
                report.measured().stream()
                        .map(measured -> MeasuredView.of(measured, report.data()))
                        .toList(),
                TrainingView.of(report.courses()).stream().toList(),
                DataView.of(report.data()),
                CardView.of(report),
                resource("report.css"),
                inScript(json.toString()),
                resource("d3.min.js") + "\n" + resource("plot.umd.min.js"),
                resource("report.js"));
        // Mustache escapes what stands in two braces; only the page's own style, scripts and pictures stand in three.
        return Mustache.compiler()
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("report.mustache"))
                .execute(view);
    }

    /** JSON that cannot end the script element it stands in, whatever labels are called. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
