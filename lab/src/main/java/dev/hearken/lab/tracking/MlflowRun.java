package dev.hearken.lab.tracking;

import dev.hearken.lab.training.Progress;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunFigures;
import dev.hearken.store.runs.RunInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mlflow.api.proto.Service;

/**
 * Keeps the record on an MLflow server. It never stands in a training's way: what the server does not take within a minute is told once,
 * and from then on the run goes on without it.
 */
public final class MlflowRun implements RunTracker {
    /** The environment variable that names the server. */
    public static final String VARIABLE = "MLFLOW_TRACKING_URI";

    private static final String EXPERIMENT_VARIABLE = "MLFLOW_EXPERIMENT_NAME";
    private static final int PATIENCE_SECONDS = 60;

    /** Where a model lies among a run's artifacts, so that a registered version is a folder, as MLflow wants it. */
    private static final String MODEL_FOLDER = "model";

    private final RunInputs inputs;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private final ExecutorService messenger = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "mlflow");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Connection connection;
    private boolean lost;

    /** A call to the server. */
    private interface Message {
        void send() throws Exception;
    }

    /** The run there: its id and where its files go. */
    private record Connection(MlflowServer server, String run, String artifacts) {}

    /**
     * Begins a run on the server of the environment.
     *
     * @param id of the run in Hearken
     * @param warnings is told, once, if the server is lost
     */
    public static MlflowRun start(
            Map<String, String> environment,
            String id,
            RunInputs inputs,
            InstantSource clock,
            Consumer<String> warnings) {
        MlflowRun run = new MlflowRun(inputs, clock, warnings);
        run.tell(() -> run.connection = run.connect(environment, id));
        return run;
    }

    private MlflowRun(RunInputs inputs, InstantSource clock, Consumer<String> warnings) {
        this.inputs = inputs;
        this.clock = clock;
        this.warnings = warnings;
    }

    private Connection connect(Map<String, String> environment, String id) {
        MlflowServer server = new MlflowServer(environment);
        String experiment = server.experiment(environment.getOrDefault(EXPERIMENT_VARIABLE, inputs.recipe()));
        Service.CreateRun.Builder request =
                Service.CreateRun.newBuilder().setExperimentId(experiment).setStartTime(clock.millis());
        MlflowTags.of(id, inputs).forEach((key, value) -> request.addTags(tag(key, value)));
        inputs.parent()
                .flatMap(parent -> server.runWithTag(experiment, MlflowTags.RUN, parent))
                .ifPresent(parent -> request.addTags(tag(MlflowTags.PARENT_IN_MLFLOW, parent)));
        Service.RunInfo created = server.client().createRun(request.build());
        List<Service.Param> parameters = inputs.parameters().entrySet().stream()
                .map(parameter -> Service.Param.newBuilder()
                        .setKey(parameter.getKey())
                        .setValue(parameter.getValue())
                        .build())
                .toList();
        server.client().logBatch(created.getRunId(), List.of(), parameters, List.of());
        return new Connection(server, created.getRunId(), created.getArtifactUri());
    }

    @Override
    public void learnsFrom(String dataSha256) {
        tell(() -> there().server().client().setTag(there().run(), MlflowTags.DATA_SHA256, dataSha256));
    }

    @Override
    public void epoch(Progress progress) {
        tell(() -> log(RunTracker.measures(progress), progress.epoch()));
    }

    @Override
    public void made(RunArtifact artifact) {
        boolean model = artifact.name().endsWith(".onnx");
        String name = model ? MODEL_FOLDER + "/" + artifact.name() : artifact.name();
        tell(() -> {
            there().server().client().setTag(there().run(), "hearken.sha256." + artifact.name(), artifact.sha256());
            if (send(name, artifact.file()) && model && inputs.parent().isEmpty()) {
                String source = there().artifacts() + "/" + MODEL_FOLDER;
                there().server().register(inputs.project().orElse(inputs.recipe()), there().run(), source);
            }
        });
    }

    @Override
    public void finished(String metricsJson, boolean early) {
        tell(() -> {
            log(RunFigures.of(metricsJson), 0);
            Path file = Files.createTempFile("metrics", ".json");
            try {
                send(MlrunsLayout.METRICS, Files.writeString(file, metricsJson));
            } finally {
                Files.delete(file);
            }
            end(early ? Service.RunStatus.KILLED : Service.RunStatus.FINISHED);
        });
        messenger.shutdown();
    }

    @Override
    public void failed(String reason) {
        tell(() -> {
            there().server().client().setTag(there().run(), MlflowTags.FAILURE, reason);
            end(Service.RunStatus.FAILED);
        });
        messenger.shutdown();
    }

    /** Whether the server took a file. One that it does not take is missing there; the rest of the record is not. */
    private boolean send(String name, Path file) {
        try {
            there().server().upload(there().artifacts(), name, file);
            return true;
        } catch (IOException | IllegalStateException refused) {
            warnings.accept("warning: MLflow does not take " + name + ": " + refused.getMessage());
            return false;
        }
    }

    private void log(Map<String, Double> values, long step) {
        long now = clock.millis();
        List<Service.Metric> metrics = values.entrySet().stream()
                .filter(value -> Double.isFinite(value.getValue()))
                .map(value -> Service.Metric.newBuilder()
                        .setKey(value.getKey())
                        .setValue(value.getValue())
                        .setStep(step)
                        .setTimestamp(now)
                        .build())
                .toList();
        there().server().client().logBatch(there().run(), metrics, List.of(), List.of());
    }

    private void end(Service.RunStatus status) {
        there().server().client().setTerminated(there().run(), status, clock.millis());
    }

    private Connection there() {
        return Objects.requireNonNull(connection, "the run has not begun");
    }

    /** Sends a message from a thread of its own, so that a server that hangs costs a minute, not the training. */
    private void tell(Message message) {
        if (lost) {
            return;
        }
        try {
            messenger
                    .submit(() -> {
                        message.send();
                        return true;
                    })
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            lose(String.valueOf(failed.getCause()));
        } catch (TimeoutException late) {
            lose("no answer within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            lose("interrupted");
        }
    }

    private void lose(String why) {
        lost = true;
        messenger.shutdownNow();
        warnings.accept("warning: MLflow is not told of this run any more: " + why);
    }

    private static Service.RunTag tag(String key, String value) {
        return Service.RunTag.newBuilder().setKey(key).setValue(value).build();
    }
}
