package dev.hearken.server.system;

import dev.hearken.server.system.SystemView.RouteUse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** How the API is used, address by address, as the meters have it. */
final class RouteUses {
    private RouteUses() {}

    private record Route(String method, String uri) {}

    static List<RouteUse> of(MeterRegistry meters) {
        Map<Route, List<Timer>> byRoute = meters.find(Observing.REQUESTS).timers().stream()
                .collect(Collectors.groupingBy(timer -> new Route(tag(timer, "method"), tag(timer, "uri"))));
        return byRoute.entrySet().stream()
                .map(entry -> use(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(RouteUse::requests)
                        .reversed()
                        .thenComparing(RouteUse::route)
                        .thenComparing(RouteUse::method))
                .toList();
    }

    private static RouteUse use(Route route, Collection<Timer> timers) {
        long requests = timers.stream().mapToLong(Timer::count).sum();
        double total = timers.stream()
                .mapToDouble(timer -> timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
        return new RouteUse(
                route.method(),
                route.uri(),
                requests,
                count(timers, '4'),
                count(timers, '5'),
                requests == 0 ? 0 : total / requests,
                timers.stream()
                        .mapToDouble(timer -> timer.max(TimeUnit.MILLISECONDS))
                        .max()
                        .orElse(0));
    }

    private static long count(Collection<Timer> timers, char firstDigit) {
        return timers.stream()
                .filter(timer -> tag(timer, "status").charAt(0) == firstDigit)
                .mapToLong(Timer::count)
                .sum();
    }

    private static String tag(Timer timer, String key) {
        String value = timer.getId().getTag(key);
        return value == null || value.isEmpty() ? "?" : value;
    }
}
