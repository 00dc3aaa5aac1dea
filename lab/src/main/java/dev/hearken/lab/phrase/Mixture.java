package dev.hearken.lab.phrase;

/**
 * What a batch is made of, in proportion to each other.
 *
 * @param phrase the phrase
 * @param recordings people saying it, where there are recordings
 * @param parts sound that ends within the phrase
 * @param talk other speech by the same voices
 * @param background what people and things made
 * @param confusers what sounds like the phrase, but not too much
 * @param confuserDistance how far from the phrase a confuser must be to be learned from, as {@code PhoneDistance} measures it
 */
public record Mixture(
        double phrase,
        double recordings,
        double parts,
        double talk,
        double background,
        double confusers,
        double confuserDistance) {
    /** What served best on words that no reported figure is about; docs/phrase.md has the comparison. */
    public static final Mixture STANDARD = new Mixture(0.35, 0.2, 0.1, 0.25, 0.3, 0.03, 1.5);

    public Mixture {
        if (!(phrase > 0 && recordings >= 0 && parts >= 0 && talk >= 0 && background >= 0 && confusers >= 0)) {
            throw new IllegalArgumentException("shares of a batch must not be negative, and some must be the phrase");
        }
        if (!(confuserDistance >= 0)) {
            throw new IllegalArgumentException("mixture.confuser_distance must not be negative: " + confuserDistance);
        }
    }
}
