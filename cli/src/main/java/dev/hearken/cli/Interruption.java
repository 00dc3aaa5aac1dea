package dev.hearken.cli;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C or SIGTERM as a wish to end, after which work goes on until it has kept what it did; a second one ends the process at once.
 *
 * <p>A shutdown hook would not do: ONNX Runtime takes its environment down in a hook of its own, under the feet of what still runs.
 */
final class Interruption implements BooleanSupplier {
    private static final int EXIT_CODE_OF_CTRL_C = 130;

    private final CountDownLatch heard = new CountDownLatch(1);
    private final PrintWriter err;

    private Interruption(PrintWriter err) {
        this.err = err;
    }

    /** Listens from now on; the first signal is acknowledged on {@code err}. */
    static Interruption listen(PrintWriter err) {
        Interruption interruption = new Interruption(err);
        interruption.handle("INT");
        interruption.handle("TERM");
        return interruption;
    }

    /** Whether the wish was heard. */
    @Override
    public boolean getAsBoolean() {
        return heard.getCount() == 0;
    }

    /** Returns when the wish is heard. */
    void await() throws InterruptedException {
        heard.await();
    }

    private void hear() {
        if (getAsBoolean()) {
            Runtime.getRuntime().halt(EXIT_CODE_OF_CTRL_C);
        }
        heard.countDown();
        err.println("hearken: ending; once more ends at once");
    }

    /** By reflection, since the compiler warns of {@code sun.misc.Signal} and cannot be told not to; Java has no other way. */
    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object hearing = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            hear();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), hearing);
        } catch (ReflectiveOperationException unavailable) {
            err.println("hearken: cannot listen for " + name + ": " + unavailable);
        }
    }
}
