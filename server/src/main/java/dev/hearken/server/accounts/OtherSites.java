package dev.hearken.server.accounts;

import dev.hearken.server.AccessSettings;
import dev.hearken.server.ServerSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/** Lets the pages of the sites in the settings, and no others, use the API from a browser (CORS). */
@Configuration(proxyBeanMethods = false)
class OtherSites {
    @Bean
    FilterRegistrationBean<CorsFilter> cors(ServerSettings settings) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.access().corsOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "If-None-Match", "Last-Event-ID", "Range"));
        rules.setExposedHeaders(List.of("Content-Disposition", "Content-Range", "ETag", "Retry-After"));
        rules.setAllowCredentials(true);
        rules.setMaxAge(Duration.ofHours(1));
        // To all others nothing is said: the guard refuses what they may not do, as a problem.
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(
                new CorsFilter(request -> isLetIn(request, settings.access()) ? rules : null));
        registration.setOrder(BrowserGuard.PLACE - 1);
        return registration;
    }

    private static boolean isLetIn(HttpServletRequest request, AccessSettings access) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && access.corsOrigins().contains(origin);
    }
}
