package dev.hearken.cli.worker;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.jobs.JobKind;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.jobs.Lease;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs from a home's queue and does them, one at a time, until told to stop. */
public final class WorkerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final JobQueue queue;
    private final JobRunner runner;
    private final String name;
    private final BooleanSupplier stop;

    /**
     * A worker on this home.
     *
     * @param name tells it from other workers
     * @param versions what a training's result may depend on, by name; not asked before there is one, since it loads native libraries
     * @param stop whether it should end; a job under way is given back to the queue
     */
    public WorkerLoop(
            Home home, Database database, String name, Supplier<Map<String, String>> versions, BooleanSupplier stop) {
        WorkerStore store = WorkerStore.of(home, database, versions);
        JobWork training = new TrainingWork(store);
        JobWork phrase = new PhraseWork(store);
        JobWork either = context ->
                store.project(context.job()).phrase().isPresent() ? phrase.run(context) : training.run(context);
        this.queue = new JobQueue(database, Clock.systemUTC(), UUID::randomUUID);
        this.runner = new JobRunner(
                queue,
                Map.of(
                        JobKind.TRAIN, either,
                        JobKind.RETRAIN, either,
                        JobKind.EVALUATE, new EvaluationWork(store),
                        JobKind.SYNTHESIZE, new SynthesisWork(store),
                        JobKind.IMPORT, new ImportWork(store)),
                stop);
        this.name = name;
        this.stop = stop;
    }

    /** Works until told to stop. */
    public void run() throws InterruptedException {
        while (!stop.getAsBoolean()) {
            if (!runOne()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    /** Does the job that waits longest; false if none waits. */
    public boolean runOne() {
        try {
            Optional<Lease> lease = queue.take(name);
            lease.ifPresent(runner::run);
            return lease.isPresent();
        } catch (StoreException lost) {
            LOG.atError()
                    .addKeyValue("code", lost.code())
                    .addKeyValue("reason", lost.getMessage())
                    .log("queue lost");
            return false;
        }
    }
}
