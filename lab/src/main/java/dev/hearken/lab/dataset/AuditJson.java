package dev.hearken.lab.dataset;

import dev.hearken.core.evaluation.Interval;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An audit as JSON: snake_case keys, files relative to the folder, shares in [0, 1]. */
final class AuditJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ClipFolder folder;

    private AuditJson(ClipFolder folder) {
        this.folder = folder;
    }

    static ObjectNode of(DatasetAudit audit) {
        ClipFolder folder = audit.folder();
        ObjectNode json = NODES.objectNode();
        json.put("folder", folder.root().toString());
        json.put("layout", folder.layout());
        json.put("clips", audit.usable());
        json.set(
                "labels",
                NODES.arrayNode()
                        .addAll(folder.labels().names().stream()
                                .map(NODES::stringNode)
                                .toList()));
        json.put("groups", folder.groups().size());
        json.put(
                "clips_of_unknown_group",
                folder.clips().stream().filter(clip -> clip.group().isEmpty()).count());
        AuditJson files = new AuditJson(folder);
        json.set("rejected", files.rejected(audit));
        json.set("unplaced", files.unplaced());
        json.set("skipped", files.skipped());
        json.set("copies", files.copies(audit));
        ArrayNode splits = json.putArray("splits");
        audit.splits().forEach(split -> splits.add(split(split)));
        audit.grouped().ifPresent(grouped -> {
            ObjectNode leak = json.putObject("leak");
            leak.put("random_accuracy", audit.random().accuracy().value());
            leak.put("grouped_accuracy", grouped.accuracy().value());
            leak.put(
                    "difference",
                    audit.random().accuracy().value() - grouped.accuracy().value());
        });
        return json;
    }

    private ArrayNode rejected(DatasetAudit audit) {
        ArrayNode rows = NODES.arrayNode();
        for (RejectedClip clip : audit.rejected()) {
            ObjectNode row = rows.addObject();
            row.put("file", folder.name(clip.clip().recording()));
            row.put("reason", clip.reason().name());
            row.put("detail", clip.detail());
        }
        return rows;
    }

    private ArrayNode unplaced() {
        ArrayNode rows = NODES.arrayNode();
        folder.unplaced()
                .forEach(file -> rows.add(DataFolder.inside(folder.root(), file).toString()));
        return rows;
    }

    private ArrayNode skipped() {
        ArrayNode rows = NODES.arrayNode();
        for (SkippedEntry entry : folder.skipped()) {
            ObjectNode row = rows.addObject();
            row.put("where", entry.where());
            row.put("reason", entry.reason().name());
            row.put("detail", entry.detail());
        }
        return rows;
    }

    private ArrayNode copies(DatasetAudit audit) {
        ArrayNode rows = NODES.arrayNode();
        for (CopySet set : audit.copies()) {
            ObjectNode row = rows.addObject();
            row.put("kind", set.exact() ? "exact" : "near");
            row.put("likeness", set.likeness());
            row.put("labels_differ", set.labelsDiffer());
            row.put("groups_differ", set.groupsDiffer());
            ArrayNode clips = row.putArray("clips");
            for (LabelledClip clip : set.clips()) {
                ObjectNode member = clips.addObject();
                member.put("file", folder.name(clip.recording()));
                member.put("label", clip.label().name());
                clip.group().ifPresent(group -> member.put("group", group));
            }
        }
        return rows;
    }

    private static ObjectNode split(AuditedSplit split) {
        ObjectNode row = NODES.objectNode();
        row.put("split", split.name());
        row.put("folds", split.folds());
        row.put("groups_on_both_sides", split.groupsOnBothSides());
        row.put("n", split.testClips());
        row.put("clips_with_a_copy_in_training", split.testClipsWithCopy());
        row.put("accuracy", split.accuracy().value());
        Interval interval = split.accuracy().wilson();
        row.set("accuracy_ci95", NODES.arrayNode().add(interval.low()).add(interval.high()));
        return row;
    }
}
