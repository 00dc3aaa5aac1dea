package dev.hearken.server.system;

import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is observed to an OpenTelemetry collector, where one is named; else nothing is made and nothing is sent.
 *
 * <p>A request that comes with a {@code traceparent} goes on in its caller's trace (https://www.w3.org/TR/trace-context/). Spans wait in a
 * bounded queue for a thread of their own: a collector that is away costs spans, never requests.
 */
final class Traces implements AutoCloseable {
    private static final String SERVICE = "hearken";
    private static final String PATH = "/v1/traces";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SEND_EVERY = Duration.ofSeconds(2);

    private final Optional<SdkTracerProvider> provider;

    private Traces(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
    }

    /**
     * Traces to an OTLP address over HTTP, or to nobody.
     *
     * @param endpoint where a path is missing it is {@value #PATH}
     */
    static Traces to(Optional<URI> endpoint, String release) {
        return new Traces(endpoint.map(address -> provider(address, release)));
    }

    /** What makes spans of what is observed; none if nobody wants them. */
    List<ObservationHandler<?>> handlers() {
        return provider.map(known -> {
                    Tracer tracer = known.get(SERVICE);
                    OtelTracer bridge = new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {});
                    OtelPropagator propagator = new OtelPropagator(
                            ContextPropagators.create(W3CTraceContextPropagator.getInstance()), tracer);
                    ObservationHandler<?> handler = new FirstMatchingCompositeObservationHandler(
                            new PropagatingReceiverTracingObservationHandler<>(bridge, propagator),
                            new DefaultTracingObservationHandler(bridge));
                    return List.<ObservationHandler<?>>of(handler, new TraceInLog(bridge));
                })
                .orElse(List.of());
    }

    @Override
    public void close() {
        provider.ifPresent(known -> {
            known.forceFlush().join(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            known.shutdown();
        });
    }

    private static SdkTracerProvider provider(URI address, String release) {
        boolean bare = address.getPath().isEmpty() || address.getPath().equals("/");
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint((bare ? address.resolve(PATH) : address).toString())
                .setTimeout(TIMEOUT)
                .build();
        Resource resource = Resource.getDefault().toBuilder()
                .put(AttributeKey.stringKey("service.name"), SERVICE)
                .put(AttributeKey.stringKey("service.version"), release)
                .build();
        return SdkTracerProvider.builder()
                .setResource(resource)
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(SEND_EVERY)
                        .setExporterTimeout(TIMEOUT)
                        .build())
                .build();
    }
}
