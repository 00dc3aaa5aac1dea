package dev.hearken.server.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI description; the rest is read from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI openApi(Release release) {
        return new OpenAPI()
                .info(new Info()
                        .title("Hearken")
                        .version(release.version())
                        .description(
                                "Small, honest, portable audio classifiers: recordings in, labels with calibrated probabilities out."
                                        + " Every failure is `application/problem+json` with a stable `code`.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")));
    }
}
