package dev.hearken.checks.misbuilt.core.attic;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.onnxruntime.OrtException;
import java.sql.SQLException;

/** A class in a room nobody planned, in a package nobody marked, that does what no room may. */
public abstract class BreaksEveryRule {
    NDArray corrupted(NDArray array) {
        return Activation.swish(array.mul(2), 1);
    }

    void prints() {
        System.out.println();
    }

    public abstract void leaks() throws OrtException, SQLException;
}
