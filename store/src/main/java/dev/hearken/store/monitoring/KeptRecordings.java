package dev.hearken.store.monitoring;

import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps recordings of answers, where a project says so, on a thread of its own: nobody waits for it, so nobody is told that theirs is kept.
 * What finds no room, since the disk is slower than the senders, is not kept, and its answer is all the same.
 */
public final class KeptRecordings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRecordings.class);
    private static final int MOST_WAITING = 5_000;
    private static final int MOST_WAITING_KB = 64 << 10;

    private final Database database;
    private final ContentStore sounds;
    private final Semaphore roomKb = new Semaphore(MOST_WAITING_KB);
    private final ExecutorService keeper =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), work -> {
                Thread thread = new Thread(work, "kept-recordings");
                thread.setDaemon(true);
                return thread;
            });

    public KeptRecordings(Database database, ContentStore sounds) {
        this.database = database;
        this.sounds = sounds;
    }

    /** Keeps the recording of an answer that is in the log, soon; false if there is no room for it. */
    public boolean keep(String prediction, byte[] recording) {
        int kb = (recording.length >> 10) + 1;
        if (!roomKb.tryAcquire(kb)) {
            return false;
        }
        try {
            keeper.execute(() -> {
                try {
                    keepNow(prediction, recording);
                } finally {
                    roomKb.release(kb);
                }
            });
            return true;
        } catch (RejectedExecutionException full) {
            roomKb.release(kb);
            return false;
        }
    }

    /** The recording of an answer, if it is kept. */
    public Optional<byte[]> find(LoggedPrediction prediction) {
        return prediction.audioSha256().flatMap(sounds::find);
    }

    @Override
    public void close() {
        keeper.shutdownNow();
    }

    /** The file first: a row must never name a file that is not there. */
    private void keepNow(String prediction, byte[] recording) {
        try {
            String sha256 = sounds.keep(recording);
            database.change(handle ->
                    handle.execute("UPDATE prediction SET audio_sha256 = ? WHERE id = ?", sha256, prediction));
        } catch (StoreException unwritable) {
            LOG.atWarn()
                    .addKeyValue("prediction", prediction)
                    .addKeyValue("code", unwritable.code())
                    .log("recording not kept");
        }
    }
}
