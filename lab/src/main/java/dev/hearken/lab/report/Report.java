package dev.hearken.lab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything there is to tell of one recipe or model: a page that opens from disk without a network, and the same figures as JSON.
 *
 * @param card what it is, and what it is for
 * @param data what it learned from or was judged on
 * @param courses how training went, one a network; none if nothing was trained
 * @param measured what its answers are worth; empty if no clip was left out to measure by
 * @param cost what running it takes; empty if there is no one model to run
 */
public record Report(
        ModelCard card, ReportedData data, List<Course> courses, Optional<Measured> measured, Optional<Cost> cost) {
    /** The page's file name. */
    public static final String PAGE = "report.html";

    /** The JSON's file name. */
    public static final String JSON = "report.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Report {
        courses = List.copyOf(courses);
    }

    /** The figures for programs; docs/report.md names the keys. */
    public ObjectNode toJson() {
        return ReportJson.of(this);
    }

    /** The page for people: one HTML document with everything it needs inside. */
    public String toHtml() {
        return ReportPage.of(this, toJson());
    }

    /** Writes both files into a folder, which is made if it is not there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        ObjectNode json = toJson();
        Files.writeString(folder.resolve(PAGE), ReportPage.of(this, json));
        Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(json) + "\n");
    }
}
