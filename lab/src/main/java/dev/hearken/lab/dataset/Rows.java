package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads manifests of named values: CSV and TSV by RFC 4180 with a header line, or a JSON object a line. */
final class Rows {
    /** As many as a folder may have files. */
    private static final int MAX_ROWS = 1_000_000;

    /** Enough to see what a table is. */
    private static final int FIRST = 100;

    /** A header line is looked for its separator in this many characters. */
    private static final int HEADER_CHARS = 1 << 16;

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    /**
     * Every row.
     *
     * @throws HearkenException with code {@code DATASET_MANIFEST_TOO_LARGE}, or as {@link ManifestText#parse}
     */
    static List<Row> all(Path manifest) {
        List<Row> rows = new ArrayList<>();
        ManifestText.parse(manifest, reader -> read(reader, manifest, MAX_ROWS + 1, rows));
        if (rows.size() > MAX_ROWS) {
            throw HearkenException.user(
                    "DATASET_MANIFEST_TOO_LARGE", "%s has more than %,d rows".formatted(manifest, MAX_ROWS));
        }
        return rows;
    }

    /**
     * The first rows, to recognise a manifest by. One that breaks off or is in another encoding is recognised all the same; reading all of
     * it will say what is wrong.
     */
    static List<Row> first(Path manifest) {
        List<Row> rows = new ArrayList<>();
        try {
            ManifestText.glance(manifest, reader -> read(reader, manifest, FIRST, rows));
        } catch (HearkenException broken) {
            // What stands before the break shows what it is.
        }
        return rows;
    }

    private static void read(BufferedReader reader, Path manifest, int limit, List<Row> rows) throws IOException {
        switch (DataFolder.ending(manifest)) {
            case "csv", "tsv" -> table(reader, manifest, limit, rows);
            default -> jsonLines(reader, limit, rows);
        }
    }

    private static void table(BufferedReader reader, Path manifest, int limit, List<Row> rows) throws IOException {
        boolean tabs = DataFolder.ending(manifest).equals("tsv");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(tabs ? '\t' : separator(reader))
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            List<String> header = List.of();
            for (CSVRecord values : parser) {
                if (header.isEmpty()) {
                    header = values.toList();
                } else if (rows.size() < limit) {
                    rows.add(new Row(parser.getCurrentLineNumber(), named(header, values)));
                } else {
                    break;
                }
            }
        }
    }

    /** A row that is too short lacks its last values; of one that is too long what no column names is left out. */
    private static Map<String, String> named(List<String> header, CSVRecord values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            named.putIfAbsent(header.get(i), values.get(i));
        }
        return named;
    }

    /** The separator that is most frequent in the first line; spreadsheets of many countries write semicolons. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(HEADER_CHARS);
        char best = ',';
        int[] counts = new int[128];
        for (int i = 0, read = reader.read(); i < HEADER_CHARS - 1 && read >= 0 && read != '\n'; i++) {
            if (read < counts.length) {
                counts[read]++;
            }
            read = reader.read();
        }
        reader.reset();
        for (char candidate : new char[] {';', '\t'}) {
            if (counts[candidate] > counts[best]) {
                best = candidate;
            }
        }
        return best;
    }

    private static void jsonLines(BufferedReader reader, int limit, List<Row> rows) throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null && rows.size() < limit; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                rows.add(new Row(number, object(line)));
            }
        }
    }

    /** The values of a JSON object; none if it is not one, so that the row is listed as telling nothing. */
    private static Map<String, String> object(String line) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            if (JSON.readTree(line) instanceof ObjectNode node) {
                node.properties().forEach(entry -> values.put(entry.getKey(), text(entry.getValue())));
            }
        } catch (JacksonException malformed) {
            values.clear();
        }
        return values;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
