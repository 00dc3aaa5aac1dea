package dev.hearken.core.streaming;

import java.util.List;

/**
 * A value of a graph through which everything passes that the audio does to the output, as it lies on the stream.
 *
 * @param value its name
 * @param shape for one stream, with any length along time
 * @param timeAxis the axis of the shape along which time runs
 * @param windowSamples how many samples one of its steps looks at
 * @param hopSamples how many samples further the next step does
 */
record Cut(String value, List<Long> shape, int timeAxis, int windowSamples, int hopSamples) {
    Cut {
        shape = List.copyOf(shape);
    }

    /**
     * How many of this value's last steps must be kept for the first step of {@code next} in the next block; negative or not whole where the
     * two do not fit together on a stream.
     */
    double stepsKeptFor(Cut next) {
        return (double) (next.windowSamples - windowSamples) / hopSamples + 1 - (double) next.hopSamples / hopSamples;
    }

    /** The shape with another length along time and any number of streams. */
    long[] shape(int streams, int steps) {
        long[] lengths = shape.stream().mapToLong(Long::longValue).toArray();
        lengths[0] = streams;
        lengths[timeAxis] = steps;
        return lengths;
    }
}
