package dev.hearken.lab.report;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.training.Progress;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as JSON: snake_case keys, shares in [0, 1], null where there is no number. The pictures of the page are drawn from it. */
final class ReportJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    static ObjectNode of(Report report) {
        ObjectNode json = NODES.objectNode();
        json.set("card", card(report.card()));
        json.set("data", data(report.data()));
        ArrayNode courses = json.putArray("training");
        report.courses().forEach(course -> courses.add(course(course)));
        report.measured().ifPresent(measured -> {
            json.set("evaluation", measured.evaluation().toJson(measured.protocol()));
            CurvesJson.put(json, measured);
            json.set("errors", errors(report.data(), measured));
        });
        report.cost().ifPresent(cost -> json.set("cost", cost(cost)));
        return json;
    }

    private static ObjectNode card(ModelCard card) {
        ObjectNode json = NODES.objectNode();
        json.put("recipe", card.recipe());
        json.put("question", card.question());
        json.put("meant_for", card.use().meant());
        json.put("not_meant_for", card.use().notMeant());
        ObjectNode settings = json.putObject("settings");
        card.settings().forEach(settings::put);
        ArrayNode licences = json.putArray("licences");
        card.licences()
                .forEach(licence -> licences.addObject()
                        .put("work", licence.work())
                        .put("licence", licence.licence())
                        .put("attribution", licence.attribution()));
        card.model().ifPresent(model -> json.set("model", model(model)));
        return json;
    }

    private static ObjectNode model(ModelFile model) {
        ModelMetadata metadata = model.metadata();
        ObjectNode json = NODES.objectNode();
        json.put("sha256", model.digest());
        json.put("sample_rate_hz", metadata.sampleRateHz());
        json.put("window_samples", metadata.windowSamples());
        json.put("trained_on_clips", metadata.provenance().clips());
        json.put("trained_on_digest", metadata.provenance().datasetDigest());
        json.put("trained_at", metadata.provenance().createdAt());
        json.put("seed", metadata.provenance().seed());
        return json;
    }

    private static ObjectNode data(ReportedData data) {
        ObjectNode json = NODES.objectNode();
        json.put("folder", data.folder().root().toString());
        json.put("layout", data.folder().layout());
        json.put("clips", data.loaded().clips().size());
        json.put("left_out", data.loaded().rejected().size());
        json.put("groups", data.folder().groups().size());
        json.put("clips_of_unknown_group", data.ungrouped());
        json.put("seconds", data.seconds());
        ArrayNode labels = json.putArray("labels");
        data.labels()
                .forEach(share -> labels.addObject()
                        .put("label", share.label())
                        .put("clips", share.clips())
                        .put("groups", share.groups())
                        .put("seconds", share.seconds())
                        .put("median_seconds", share.medianSeconds()));
        data.audit().ifPresent(audit -> json.set("audit", audit.toJson()));
        return json;
    }

    private static ObjectNode course(Course course) {
        ObjectNode json = NODES.objectNode();
        json.put("course", course.name());
        ArrayNode epochs = json.putArray("epochs");
        for (Progress progress : course.epochs()) {
            ObjectNode epoch = epochs.addObject().put("epoch", progress.epoch());
            put(epoch, "training_loss", progress.trainingLoss());
            put(epoch, "validation_loss", progress.validationLoss());
            put(epoch, "validation_accuracy", progress.validationAccuracy());
            put(epoch, "learning_rate", progress.learningRate());
        }
        return json;
    }

    private static ArrayNode errors(ReportedData data, Measured measured) {
        ArrayNode rows = NODES.arrayNode();
        measured.worstErrors()
                .forEach(error -> rows.addObject()
                        .put("file", data.folder().name(error.clip().clip().recording()))
                        .put("truth", error.truth())
                        .put("answer", error.answer())
                        .put("probability", error.certainty())
                        .put("truth_probability", error.truthProbability()));
        return rows;
    }

    private static ObjectNode cost(Cost cost) {
        return NODES.objectNode()
                .put("size_bytes", cost.sizeBytes())
                .put("audio_seconds", cost.audioSeconds())
                .put("runs", cost.runs())
                .put("median_ms", cost.medianMillis())
                .put("p90_ms", cost.p90Millis());
    }

    /** JSON has no word for what is not a number. */
    static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
