package dev.hearken.cli.worker;

import java.io.IOException;
import java.util.Map;

/** How one kind of job is done. */
interface JobWork {
    /**
     * Does it.
     *
     * @return what came out of it
     * @throws java.util.concurrent.CancellationException if it was ended early
     * @throws dev.hearken.core.HearkenException with a reason if it cannot be done
     */
    Map<String, Object> run(JobContext context) throws IOException;
}
