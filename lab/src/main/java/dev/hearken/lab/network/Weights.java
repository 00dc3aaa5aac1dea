package dev.hearken.lab.network;

import dev.hearken.core.HearkenException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The values of a network's parameters, by name, in plain memory. Mutable: training changes the arrays in place. */
public final class Weights {
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, float[]> values = new LinkedHashMap<>();
    private final Set<String> frozen = new HashSet<>();

    private Weights() {}

    /** Weights as they stand before training, drawn from {@code random} in the order of the parameters. */
    public static Weights initial(List<Parameter> parameters, RandomGenerator random) {
        Weights weights = new Weights();
        for (Parameter parameter : parameters) {
            weights.parameters.put(parameter.name(), parameter);
            weights.values.put(parameter.name(), parameter.startValues(random));
        }
        return weights;
    }

    /** A copy that shares nothing with this one. */
    public Weights copy() {
        Weights copy = new Weights();
        copy.parameters.putAll(parameters);
        copy.frozen.addAll(frozen);
        values.forEach((name, array) -> copy.values.put(name, array.clone()));
        return copy;
    }

    /** The names, in the order of the network. */
    public Set<String> names() {
        return parameters.keySet();
    }

    /** How the parameter of this name was declared. */
    public Parameter parameter(String name) {
        return known(name, parameters.get(name));
    }

    /** The values of this name, row-major; the array itself. */
    public float[] values(String name) {
        return known(name, values.get(name));
    }

    /** Visits each parameter with its values. */
    public void forEach(BiConsumer<Parameter, float[]> visitor) {
        parameters.forEach((name, parameter) -> visitor.accept(parameter, values.get(name)));
    }

    /**
     * Replaces the values of one parameter.
     *
     * @throws IllegalArgumentException if the size differs
     */
    public void set(String name, float[] newValues) {
        float[] array = values(name);
        if (array.length != newValues.length) {
            throw new IllegalArgumentException(name + " has " + array.length + " values, got " + newValues.length);
        }
        System.arraycopy(newValues, 0, array, 0, array.length);
    }

    /**
     * Keeps training from moving a part of the network, by gradient, decay or measured statistics.
     *
     * @param part a layer, or what the names of several begin with, as {@link Parameter#isPartOf} says
     * @throws HearkenException {@code LAYER_UNKNOWN} if the network has no such part
     */
    public void freeze(String part) {
        List<String> names = parameters.values().stream()
                .filter(parameter -> parameter.isPartOf(part))
                .map(Parameter::name)
                .toList();
        if (names.isEmpty()) {
            throw HearkenException.user(
                    "LAYER_UNKNOWN", "the network has no layer '%s'; its parameters are %s".formatted(part, names()));
        }
        frozen.addAll(names);
    }

    /** Whether training must leave the parameter of this name as it is. */
    public boolean isFrozen(String name) {
        return frozen.contains(name);
    }

    /** How many numbers training may change. */
    public int trainedCount() {
        return parameters.values().stream()
                .filter(parameter -> parameter.trained() && !isFrozen(parameter.name()))
                .mapToInt(Parameter::size)
                .sum();
    }

    private <V> V known(String name, @Nullable V found) {
        if (found == null) {
            throw new IllegalArgumentException("no parameter named " + name + " among " + names());
        }
        return found;
    }
}
