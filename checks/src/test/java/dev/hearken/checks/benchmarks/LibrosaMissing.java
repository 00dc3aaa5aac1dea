package dev.hearken.checks.benchmarks;

/** Thrown when Python or librosa cannot be had on this machine. */
final class LibrosaMissing extends RuntimeException {
    LibrosaMissing(String message) {
        super(message);
    }
}
