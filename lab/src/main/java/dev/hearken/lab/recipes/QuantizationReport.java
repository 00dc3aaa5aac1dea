package dev.hearken.lab.recipes;

import dev.hearken.core.evaluation.Proportion;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What 8 bits cost and what they gain: a model in both forms, on the same clips.
 *
 * @param calibrationClips by which ranges were measured; none of them is among the judged
 * @param float32 the model as it was
 * @param int8 the model quantized
 * @param agreement clips to which both give the same answer, of all
 */
public record QuantizationReport(int calibrationClips, Side float32, Side int8, Proportion agreement) {
    /**
     * One form of the model.
     *
     * @param bytes of the file
     * @param accuracy right answers, of all clips
     * @param medianMillis half of the clips took no longer from samples to probabilities, one at a time on one thread
     */
    public record Side(long bytes, Proportion accuracy, double medianMillis) {
        private ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("bytes", bytes);
            json.put("accuracy", accuracy.value());
            json.put("correct", accuracy.successes());
            json.put("n", accuracy.trials());
            json.put("median_ms", medianMillis);
            return json;
        }

        private String toText(String name) {
            return "%-8s  %,10d  %-18s  %7.3f ms".formatted(name, bytes, accuracy, medianMillis);
        }
    }

    /** For programs. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("calibration_clips", calibrationClips);
        json.set("float32", float32.toJson());
        json.set("int8", int8.toJson());
        json.put("agreement", agreement.value());
        json.put("agreeing", agreement.successes());
        json.put("n", agreement.trials());
        return json;
    }

    /** For people: a table and a line. */
    public String toText() {
        return String.join(
                "\n",
                String.format(Locale.ROOT, "%-8s  %10s  %-18s  %s", "", "bytes", "accuracy", "median a clip"),
                float32.toText("float32"),
                int8.toText("int8"),
                "the same answer: %s; ranges measured on %d other clips".formatted(agreement, calibrationClips));
    }
}
