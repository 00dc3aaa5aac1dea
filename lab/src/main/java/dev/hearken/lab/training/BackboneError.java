package dev.hearken.lab.training;

/**
 * How far a backbone's embeddings lie from the frozen ones of the clean sound.
 *
 * @param tap mean squared error of the standardised values at the tap
 * @param end the same at the end; 0 would be perfect, 1 is what the mean alone would give
 */
public record BackboneError(double tap, double end) {
    @Override
    public String toString() {
        return "tap %.4f end %.4f".formatted(tap, end);
    }
}
