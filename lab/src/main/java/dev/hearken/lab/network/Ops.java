package dev.hearken.lab.network;

/**
 * The operations a network is written in.
 *
 * <p>A network calls them once; what a call does depends on the interpreter: declare its parameters ({@link ParameterDeclarations}),
 * run in PyTorch ({@link TorchOps}) or write ONNX nodes. The first axis of every value is the batch. Images have shape
 * [batch, channels, frames, bands], sequences [batch, frames, channels].
 *
 * @param <T> what a value is to the interpreter
 */
public interface Ops<T> {
    /** A two-dimensional convolution (cross-correlation), as {@code conv} describes it. */
    T conv2d(String name, T image, Convolution conv);

    /** Batch normalisation of axis 1 with a learned scale and shift (Ioffe and Szegedy, 2015). */
    T batchNorm(String name, T value);

    /** A learned affine map of the last axis to {@code outputs} places. */
    T linear(String name, T value, int outputs);

    /**
     * A gated recurrent unit over a sequence (Cho et al., 2014), in the form with the reset gate after the product.
     *
     * @return shape [batch, frames, hidden], or twice as many channels, forward first, when it runs both ways
     */
    T gru(String name, T sequence, int hidden, boolean bidirectional);

    /**
     * Long short-term memory over a sequence, from its first frame to its last (Hochreiter and Schmidhuber, 1997, with the forget gate of
     * Gers et al., 2000).
     *
     * @return shape [batch, frames, hidden]
     */
    T lstm(String name, T sequence, int hidden);

    /** max(x, 0). */
    T relu(T value);

    /** x where positive, {@code slope} times x elsewhere. */
    T leakyRelu(T value, float slope);

    /** 1 / (1 + e^-x). */
    T sigmoid(T value);

    /** The hyperbolic tangent. */
    T tanh(T value);

    /** The greater of each element and {@code floor}. */
    T atLeast(T value, float floor);

    /** The greatest of each {@code frames} by {@code bands} tile of an image; what does not fill a tile is dropped. */
    T maxPool(T image, int frames, int bands);

    /** The mean along an axis, which stays with length 1. */
    T mean(T value, int axis);

    /** The sum along an axis, which stays with length 1. */
    T sum(T value, int axis);

    /** The greatest element along an axis, which stays with length 1. */
    T max(T value, int axis);

    /** The last element along an axis, which stays with length 1. */
    T last(T value, int axis);

    /** e^x, divided by its sum along an axis. */
    T softmax(T value, int axis);

    /** The sum, element by element; axes of length 1 stretch. */
    T add(T left, T right);

    /** The difference, element by element; axes of length 1 stretch. */
    T subtract(T left, T right);

    /** The product, element by element; axes of length 1 stretch. */
    T multiply(T left, T right);

    /** Each element times {@code factor}. */
    T scale(T value, float factor);

    /** The matrix product over the last two axes: [..., n, k] and [..., k, m] to [..., n, m]. */
    T matmul(T left, T right);

    /** While training, zero each element with this probability and scale up the rest; otherwise nothing. */
    T dropout(T value, float rate);

    /** The same elements in another shape: 0 keeps the length of that axis, -1 takes what is left over. */
    T reshape(T value, long... shape);

    /** A new axis of length 1 before the given one. */
    T unsqueeze(T value, int axis);

    /** The axes in another order. */
    T transpose(T value, int... axes);

    /** The values one behind the other along an axis. */
    T concat(int axis, T first, T second);
}
