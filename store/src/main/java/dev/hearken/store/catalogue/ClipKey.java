package dev.hearken.store.catalogue;

import dev.hearken.store.contents.Sha256;

/**
 * What tells a spoken clip from all others.
 *
 * @param text what is said, exactly as it was read out
 * @param engine what made the sound: {@code flite}, or {@value #NATURAL} for a person
 * @param voice which of the engine's voices; for a person, which recording of which collection
 * @param settings all else that decides how it sounds, in a fixed order: {@code pitch=1.00 rate=1.10 version=2.2}
 */
public record ClipKey(SpokenText text, String engine, String voice, String settings) {
    /** The engine of people. */
    public static final String NATURAL = "natural";

    public ClipKey {
        if (engine.isBlank() || voice.isBlank()) {
            throw new IllegalArgumentException(
                    "a clip has an engine and a voice, got '" + engine + "', '" + voice + "'");
        }
    }

    /** The SHA-256 of all four, in UTF-8 and apart by line ends: the clip's name in the tables, the same on every machine. */
    public String id() {
        return Sha256.of(String.join("\n", "hearken clip 1", engine, voice, settings, text.text()));
    }

    /** Whether a person says it. */
    public boolean isNatural() {
        return engine.equals(NATURAL);
    }
}
