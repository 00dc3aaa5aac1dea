package dev.hearken.lab.report;

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
                PageParts.resource("report.css"),
                PageParts.inScript(json.toString()),
                PageParts.libraries(),
                PageParts.resource("report.js"));
        return PageParts.fill("report.mustache", view);
    }
}
