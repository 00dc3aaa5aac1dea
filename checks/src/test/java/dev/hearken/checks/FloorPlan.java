package dev.hearken.checks;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rooms of the house and what each may use; docs/architecture.md shows the same plan as a table.
 *
 * <p>A room is a package below the root package. A room that is not in the plan, or a use the plan does not allow, is a fault.
 */
final class FloorPlan {
    private static final List<String> CORE = List.of(
            "core.audio",
            "core.task",
            "core.graph",
            "core.features",
            "core.model",
            "core.inference",
            "core.streaming",
            "core.evaluation");
    private static final List<String> LAB = List.of(
            "lab.collections",
            "lab.phonetics",
            "lab.synthesis",
            "lab.augmentation",
            "lab.dataset",
            "lab.alignment",
            "lab.network",
            "lab.training",
            "lab.export",
            "lab.recipes",
            "lab.phrase",
            "lab.tracking",
            "lab.report");
    private static final List<String> SERVER = List.of(
            "server.clips",
            "server.datasets",
            "server.runs",
            "server.models",
            "server.recognition",
            "server.streams",
            "server.phrases",
            "server.jobs",
            "server.monitoring",
            "server.accounts",
            "server.system");

    private final String root;
    private final Map<String, List<String>> usableFrom = new LinkedHashMap<>();

    private FloorPlan(String root) {
        this.root = root + ".";
    }

    /** The plan of a house whose modules are the packages just below {@code root}. */
    static FloorPlan of(String root) {
        FloorPlan plan = new FloorPlan(root);
        plan.room("core");
        plan.roomsInOrder(CORE, "core!");
        plan.room("store.database", "core");
        plan.room("store.contents", "core", "store.database");
        plan.room("store.catalogue", "core", "store.database", "store.contents");
        plan.room("store.registry", "core", "store.database", "store.contents");
        plan.room("store.backup", "core", "store.database", "store.contents");
        plan.room("store.runs", "core", "store.database");
        plan.room("store.accounts", "core", "store.database");
        plan.room("store.jobs", "core", "store.database");
        plan.room("store.monitoring", "core", "store.database", "store.contents", "store.jobs");
        plan.roomsInOrder(
                LAB, "core", "store.database", "store.contents", "store.catalogue", "store.registry", "store.runs");
        plan.room("server", "core", "store", "server");
        plan.room("server.problems", "core", "store", "server!");
        SERVER.forEach(feature -> plan.room(feature, "core", "store", "server!", "server.problems", "server.models"));
        plan.room(
                "server.aliases", "core", "store", "server!", "server.problems", "server.models", "server.recognition");
        plan.room("cli.worker", "core", "store", "lab");
        plan.room("cli", "core", "store", "lab", "server!", "cli.worker");
        return plan;
    }

    /** Every fault of these classes, one a line, sorted; empty if the house stands as planned. */
    Set<String> faultsOf(JavaClasses classes) {
        Set<String> faults = new TreeSet<>();
        for (JavaClass user : classes) {
            String room = roomOf(user);
            if (!usableFrom.containsKey(room)) {
                faults.add("room " + room + " is not in the floor plan");
                continue;
            }
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                JavaClass used = use.getTargetClass().getBaseComponentType();
                if (used.getPackageName().startsWith(root) && !mayUse(room, roomOf(used))) {
                    faults.add("room " + room + " may not use " + roomOf(used) + ": " + user.getSimpleName() + " uses "
                            + used.getSimpleName());
                }
            }
        }
        return faults;
    }

    private boolean mayUse(String room, String other) {
        return room.equals(other)
                || usableFrom.getOrDefault(room, List.of()).stream()
                        .anyMatch(usable ->
                                usable.equals(other) || usable.equals(other + "!") || other.startsWith(usable + "."));
    }

    private String roomOf(JavaClass javaClass) {
        return javaClass.getPackageName().substring(root.length());
    }

    /** A room and what it may use: rooms, whole modules, or, with "!", a module's own package and not the rooms in it. */
    private void room(String name, String... usable) {
        usableFrom.put(name, List.of(usable));
    }

    /** Rooms that may use {@code foundation} and the rooms before them. */
    private void roomsInOrder(List<String> rooms, String... foundation) {
        for (int i = 0; i < rooms.size(); i++) {
            usableFrom.put(
                    rooms.get(i),
                    Stream.concat(Stream.of(foundation), rooms.subList(0, i).stream())
                            .toList());
        }
    }
}
