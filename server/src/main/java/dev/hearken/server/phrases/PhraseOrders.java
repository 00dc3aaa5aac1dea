package dev.hearken.server.phrases;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.JobRequest;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Detectors of typed phrases that are wanted, and how they stand. */
@Component
class PhraseOrders {
    private static final String RECIPE = "phrase";

    private final Registry registry;
    private final JobQueue queue;
    private final ServerSettings settings;

    PhraseOrders(Registry registry, JobQueue queue, ServerSettings settings) {
        this.registry = registry;
        this.queue = queue;
        this.settings = settings;
    }

    /** Makes the phrase's project, unless it is there, and asks for its training. */
    PhraseView start(NewPhrase wanted) {
        String spelled = settings.speech().spelled(wanted.requirePhrase());
        String asked = wanted.settingsJson(recipe().settings());
        Project project = registry.create(wanted.projectFor(spelled), RECIPE, Optional.of(spelled));
        JobKind kind = registry.version(project.name(), Alias.LIVE).isPresent() ? JobKind.RETRAIN : JobKind.TRAIN;
        queue.submit(JobRequest.of(kind, project.name(), asked));
        return view(project);
    }

    List<PhraseView> all() {
        return registry.projects().stream()
                .filter(project -> project.phrase().isPresent())
                .map(this::view)
                .toList();
    }

    PhraseView view(Project project) {
        Optional<Integer> live = registry.version(project.name(), Alias.LIVE).map(ModelVersion::number);
        Optional<Job> last = queue.ofProject(project.name(), 1, 0).stream().findFirst();
        return PhraseView.of(project, live.map(OptionalInt::of).orElse(OptionalInt.empty()), last);
    }

    private RecipeOffer recipe() {
        return settings.recipes().stream()
                .filter(offer -> offer.name().equals(RECIPE))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "RECIPE_UNKNOWN",
                        "workers of this server train no detectors of phrases"));
    }
}
