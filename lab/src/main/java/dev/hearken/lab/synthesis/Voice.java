package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import java.util.List;

/**
 * Someone who can say things: one voice of one speech engine.
 *
 * <p>The same utterance gives the same waveform as long as {@link #engineVersion} stays, but for engines that draw noise of their
 * own, as Piper does. Safe for use by many threads.
 * A voice that cannot change its pitch or rate says the utterance at its usual one.
 */
public interface Voice {
    /** Names the voice among all, as {@code flite/slt}. */
    String id();

    /** The engine's name, as {@code flite}. */
    String engine();

    String engineVersion();

    /** The licence of the voice, or the terms of its service, in a few words. */
    String licence();

    /** What it speaks: an IETF language tag in lower case, as {@code en-gb-scotland}. */
    String language();

    /**
     * Who is heard. Voices with the same speaker sound alike, whatever their engine or accent: clips of one speaker
     * belong on one side of a split.
     */
    String speaker();

    /** Says one utterance. */
    Speech speak(Utterance utterance);

    /**
     * What is heard of one utterance.
     *
     * @throws HearkenException {@code NOT_SAID} if nothing is
     */
    default Waveform heard(Utterance utterance) {
        Speech speech = speak(utterance);
        if (speech instanceof Spoken spoken) {
            return spoken.waveform();
        }
        throw HearkenException.user("NOT_SAID", id() + " did not say it: " + speech);
    }

    /** How many utterances it says in one go without loss of time: more than one for engines that are slow to start. */
    default int linesAtATime() {
        return 1;
    }

    /** Says several, in order; engines that are slow to start say them in one go. */
    default List<Speech> speakAll(List<Utterance> utterances) {
        return utterances.stream().map(this::speak).toList();
    }
}
