package dev.hearken.lab.phrase;

/** Hears how the making of a detector comes along; may end it by throwing a {@link java.util.concurrent.CancellationException}. */
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

    /**
     * A piece of a stage is done.
     *
     * @param what the kind of piece: {@code phrase clips}, {@code training steps}
     * @param done pieces of that kind that are done
     * @param of pieces of that kind there are
     */
    void step(String what, int done, int of);

    /** Something worth telling: what was reused, skipped, found. */
    void note(String message);

    /** Tells nobody. */
    static PhraseProgress silent() {
        return new PhraseProgress() {
            @Override
            public void began(Stage stage) {}

            @Override
            public void step(String what, int done, int of) {}

            @Override
            public void note(String message) {}
        };
    }
}
