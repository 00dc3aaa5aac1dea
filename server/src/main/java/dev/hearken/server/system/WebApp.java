package dev.hearken.server.system;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * The web app, as the build put it into the jar: its files, gzipped where the browser takes that, and its first page under every address
 * that a browser may load anew, such as {@code /projects/digits/listen}. Every other address leads nowhere.
 */
@Configuration(proxyBeanMethods = false)
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebApp implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";

    /** Their names hold a digest of their content. */
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new Pages());
    }

    /** Files as they are, and the first page under the addresses of all pages. */
    private static final class Pages extends PathResourceResolver {
        /** How the addresses of pages begin; web/src/app/routes.tsx has them all. */
        private static final Set<String> PAGES = Set.of("projects", "phrase", "settings");

        private static final Resource FIRST_PAGE = new ClassPathResource("static/index.html");

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource file = super.resolveResourceInternal(request, path, locations, chain);
            return file == null && isPage(path) ? FIRST_PAGE : file;
        }

        private static boolean isPage(String path) {
            String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            return PAGES.contains(first) && FIRST_PAGE.exists();
        }
    }
}
