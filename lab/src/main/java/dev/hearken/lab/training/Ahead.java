package dev.hearken.lab.training;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Batches in order, the next few of them made ahead on other threads. What they are does not depend on the threads. */
final class Ahead<B> implements Iterator<B> {
    private final ExecutorService threads;
    private final int atOnce;
    private final int end;
    private final IntFunction<B> maker;
    private final Queue<Future<B>> made = new ArrayDeque<>();
    private int next;

    /**
     * @param atOnce how many are made ahead
     * @param first the number of the first batch
     * @param end the number behind the last
     * @param maker makes the batch of a number
     */
    Ahead(ExecutorService threads, int atOnce, int first, int end, IntFunction<B> maker) {
        this.threads = threads;
        this.atOnce = atOnce;
        this.next = first;
        this.end = end;
        this.maker = maker;
    }

    /** So many daemon threads that make examples. */
    static ExecutorService threads(int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "hearken-examples");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean hasNext() {
        return !made.isEmpty() || next < end;
    }

    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (next < end && made.size() < atOnce) {
            int number = next++;
            made.add(threads.submit(() -> maker.apply(number)));
        }
        return finished(made.remove());
    }

    private static <B> B finished(Future<B> batch) {
        try {
            return batch.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while examples were made", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("examples could not be made", failed.getCause());
        }
    }
}
