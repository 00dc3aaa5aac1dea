package dev.hearken.server.monitoring;

import dev.hearken.store.monitoring.Alert;
import dev.hearken.store.monitoring.Alert.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An alert as a CloudEvent 1.0 in JSON: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md. */
final class AlertEvent {
    /** The content type of a CloudEvent that stands in the body whole. */
    static final String TYPE = "application/cloudevents+json; charset=utf-8";

    private AlertEvent() {}

    static byte[] json(Notice notice) {
        Alert alert = notice.alert();
        boolean ended = notice.kind() == Notice.Kind.ENDED;
        Instant time = ended ? alert.endedAt().orElse(alert.raisedAt()) : alert.raisedAt();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", notice.id());
        event.put(
                "source",
                alert.project().map(name -> "/api/v1/projects/" + name).orElse("/api/v1/monitoring"));
        event.put("type", "dev.hearken.alert." + notice.kind().name().toLowerCase(Locale.ROOT));
        event.put("subject", alert.rule().name().toLowerCase(Locale.ROOT));
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data(alert));
        return JsonMapper.shared().writeValueAsBytes(event);
    }

    private static Map<String, Object> data(Alert alert) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("alert", alert.id());
        alert.project().ifPresent(project -> data.put("project", project));
        data.put("rule", alert.rule().name().toLowerCase(Locale.ROOT));
        data.put("value", alert.value());
        data.put("threshold", alert.threshold());
        data.put("detail", alert.detail());
        data.put("raised_at", alert.raisedAt().toString());
        alert.endedAt().ifPresent(ended -> data.put("ended_at", ended.toString()));
        return data;
    }
}
