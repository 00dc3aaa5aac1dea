package dev.hearken.lab.phrase;

/** Hears how the making of a detector comes along. */
public interface PhraseProgress {
    /** The stages, in their order. */
    enum Stage {
        SPEAK,
        LISTEN,
        LEARN,
        MEASURE,
        EXPORT
    }

    /** A stage has begun. */
    void began(Stage stage);

    /** Something worth telling: what was reused, skipped, found. */
    void note(String message);

    /** Tells nobody. */
    static PhraseProgress silent() {
        return new PhraseProgress() {
            @Override
            public void began(Stage stage) {}

            @Override
            public void note(String message) {}
        };
    }
}
