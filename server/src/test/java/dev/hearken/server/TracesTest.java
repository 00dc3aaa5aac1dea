package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.hearken.server.HttpReceiver.Received;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traces as a collector receives them. The messages are read by the field numbers of
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto.
 */
@Timeout(120)
class TracesTest {
    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLERS_SPAN = "b7ad6b7169203331";

    @TempDir
    Path directory;

    /** What we look at of a span. */
    private record Span(String trace, String parent, String name, int kind, List<String> attributes) {}

    @Test
    void aRequestGoesOnInItsCallersTraceAndTellsWhatItWaitedFor() {
        try (HttpReceiver collector = new HttpReceiver();
                RunningServer running = new RunningServer(
                        directory,
                        settings -> settings.withMonitoring(MonitoringSettings.of(Map.of(
                                "HEARKEN_OTLP_ENDPOINT", collector.address("").toString()))))) {
            running.client
                    .get("/api/v1/projects/loudness", "traceparent", "00-" + CALLERS_TRACE + "-" + CALLERS_SPAN + "-01")
                    .is(200);
            running.client
                    .upload("/api/v1/projects/loudness/predictions", Client.file("a.wav", Recordings.constant(0.5f)))
                    .is(200);

            List<Span> spans = new ArrayList<>();
            while (find(spans, "http post").isEmpty()) {
                Received request = collector.next();
                assertThat(request.path).isEqualTo("/v1/traces");
                assertThat(request.header("Content-type")).isEqualTo("application/x-protobuf");
                spans.addAll(spans(request.body));
            }
            Span callers = find(spans, "http get").orElseThrow();
            assertThat(callers.trace()).isEqualTo(CALLERS_TRACE);
            assertThat(callers.parent()).isEqualTo(CALLERS_SPAN);
            assertThat(callers.kind()).as("a server's span").isEqualTo(2);
            assertThat(callers.attributes()).contains("status=200", "uri=/api/v1/projects/{project}");

            Span post = find(spans, "http post").orElseThrow();
            Span recognition = find(spans, "hearken.recognition").orElseThrow();
            assertThat(recognition.trace()).isEqualTo(post.trace());
            assertThat(recognition.attributes()).contains("project=loudness");
        }
    }

    private static Optional<Span> find(List<Span> spans, String name) {
        return spans.stream().filter(span -> span.name().startsWith(name)).findFirst();
    }

    private static List<Span> spans(byte[] request) {
        List<Span> spans = new ArrayList<>();
        for (ByteString resource :
                parse(ByteString.copyFrom(request)).getField(1).getLengthDelimitedList()) {
            for (ByteString scope : parse(resource).getField(2).getLengthDelimitedList()) {
                for (ByteString span : parse(scope).getField(2).getLengthDelimitedList()) {
                    spans.add(span(parse(span)));
                }
            }
        }
        return spans;
    }

    private static Span span(UnknownFieldSet span) {
        List<String> attributes = span.getField(9).getLengthDelimitedList().stream()
                .map(TracesTest::parse)
                .map(pair -> text(pair, 1) + "="
                        + text(parse(pair.getField(2).getLengthDelimitedList().get(0)), 1))
                .toList();
        return new Span(
                hex(span, 1),
                hex(span, 4),
                text(span, 5),
                span.getField(6).getVarintList().get(0).intValue(),
                attributes);
    }

    private static String text(UnknownFieldSet message, int field) {
        return first(message, field).map(ByteString::toStringUtf8).orElse("");
    }

    private static String hex(UnknownFieldSet message, int field) {
        return first(message, field)
                .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                .orElse("");
    }

    private static Optional<ByteString> first(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().findFirst();
    }

    private static UnknownFieldSet parse(ByteString message) {
        try {
            return UnknownFieldSet.parseFrom(message);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
