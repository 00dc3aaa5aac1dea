package dev.hearken.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Does numbered work on several threads and takes its results in order, never far more begun than taken. */
final class Workers implements AutoCloseable {
    private final ExecutorService executor;
    private final int ahead;

    Workers(int threads) {
        this.executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "trial");
            thread.setDaemon(true);
            return thread;
        });
        this.ahead = 2 * threads;
    }

    /** Works on 0, 1, … and hands on each result in that order. */
    <T> void inOrder(int count, IntFunction<T> work, Consumer<T> take) {
        Deque<Future<T>> begun = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            begun.add(executor.submit(() -> work.apply(number)));
            if (begun.size() > ahead) {
                take.accept(result(begun.remove()));
            }
        }
        begun.forEach(future -> take.accept(result(future)));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException | CancellationException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
