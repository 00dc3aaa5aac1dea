package dev.hearken.lab.network;

import java.util.ArrayList;
import java.util.List;

/** The one rule of {@link Ops#reshape}, shared by the interpreters that must know the lengths. */
final class Shapes {
    private Shapes() {}

    static List<Long> reshaped(List<Long> value, long... shape) {
        long total = product(value);
        List<Long> result = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++) {
            result.add(shape[axis] == 0 ? value.get(axis) : shape[axis]);
        }
        int open = result.indexOf(-1L);
        if (open >= 0) {
            result.set(open, 1L);
            result.set(open, total / product(result));
        }
        if (product(result) != total) {
            throw new IllegalArgumentException(value + " cannot be seen as " + result);
        }
        return result;
    }

    private static long product(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
