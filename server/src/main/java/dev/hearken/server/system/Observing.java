package dev.hearken.server.system;

import dev.hearken.server.ServerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Every request is observed: timed for the meters, and, where traces are wanted, traced. */
@Configuration(proxyBeanMethods = false)
class Observing {
    /** What requests are called among meters and traces. */
    static final String REQUESTS = "hearken.http.requests";

    @Bean(destroyMethod = "close")
    Traces traces(ServerSettings settings, Release release) {
        return Traces.to(settings.monitoring().traces(), release.version());
    }

    @Bean
    ObservationRegistry observations(MeterRegistry meters, Traces traces) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        traces.handlers().forEach(handler -> observations.observationConfig().observationHandler(handler));
        return observations;
    }

    /** First of all filters, so that what the others refuse is observed too. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observedRequests(ObservationRegistry observations) {
        FilterRegistrationBean<ServerHttpObservationFilter> filter = new FilterRegistrationBean<>(
                new ServerHttpObservationFilter(observations, new DefaultServerRequestObservationConvention(REQUESTS)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
