package dev.hearken.server.accounts;

import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Has the API's description tell how one says who one is, and which scope each operation needs. */
@Configuration(proxyBeanMethods = false)
class DescribedAccess {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    @Bean
    OpenApiCustomizer waysIn() {
        return api -> api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("For programs: made by `hearken tokens create` or `POST /api/v1/tokens`."))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(SessionCookie.NAME)
                                .description("For people with a browser: set by `POST /api/v1/session`."));
    }

    @Bean
    OperationCustomizer needs() {
        return (operation, handler) -> {
            Optional<Scope> need = Doors.need(handler, method(handler));
            operation.setSecurity(need.map(DescribedAccess::either).orElse(List.of()));
            need.ifPresent(scope -> tell(operation, scope));
            return operation;
        };
    }

    private static List<SecurityRequirement> either(Scope need) {
        return List.of(
                new SecurityRequirement().addList(TOKEN, need.word()),
                new SecurityRequirement().addList(SESSION, need.word()));
    }

    private static void tell(Operation operation, Scope need) {
        String before = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
        operation.setDescription(before + "Scope: `" + need.word() + "`.");
    }

    private static String method(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return Arrays.stream(mapping == null ? new RequestMethod[0] : mapping.method())
                .map(Enum::name)
                .findFirst()
                .orElse("GET");
    }
}
