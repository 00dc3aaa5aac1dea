package dev.hearken.server.system;

import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.slf4j.MDC;

/** Writes the trace a line of the log belongs to beside it, as {@code trace_id}. */
final class TraceInLog implements ObservationHandler<Context> {
    private static final String KEY = "trace_id";

    private final Tracer tracer;

    TraceInLog(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void onScopeOpened(Context context) {
        Span span = tracer.currentSpan();
        if (span != null) {
            MDC.put(KEY, span.context().traceId());
        }
    }

    @Override
    public void onScopeClosed(Context context) {
        if (context.getParentObservation() == null) {
            MDC.remove(KEY);
        }
    }

    @Override
    public boolean supportsContext(Context context) {
        return true;
    }
}
