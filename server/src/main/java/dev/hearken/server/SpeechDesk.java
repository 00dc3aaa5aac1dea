package dev.hearken.server;

import dev.hearken.core.HearkenException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who speaks for phrases, and who knows what becomes of them. The server itself does neither, so it is given one. */
public interface SpeechDesk {
    /**
     * A typed phrase as it will be said: its words, in lower case.
     *
     * @throws HearkenException if it cannot be said
     */
    String spelled(String phrase);

    /**
     * What to expect of a detector for a phrase.
     *
     * @return a JSON object, as docs/phonetics.md shows it
     * @throws HearkenException if the phrase cannot be said
     */
    String advise(String phrase);

    /** The voices that speak a language, an IETF tag such as {@code en-gb}. */
    List<SpeakingVoice> voices(String language);

    /**
     * One text by one voice.
     *
     * @return a WAV file
     * @throws HearkenException {@code VOICE_NOT_FOUND}, or why the voice did not say it
     */
    byte[] say(String voice, String text);

    /**
     * Someone who can say things.
     *
     * @param id names the voice among all
     * @param speaker who is heard; voices of one speaker sound alike
     * @param licence of the voice, or the terms of its service
     */
    @Schema(name = "Voice", description = "One voice of one speech engine.")
    record SpeakingVoice(
            @Schema(example = "flite/slt") String id,
            @Schema(example = "flite") String engine,
            String speaker,
            @Schema(example = "en-us") String language,
            String licence) {}

    /** Nobody there. */
    SpeechDesk EMPTY = new SpeechDesk() {
        @Override
        public String spelled(String phrase) {
            throw unattended();
        }

        @Override
        public String advise(String phrase) {
            throw unattended();
        }

        @Override
        public List<SpeakingVoice> voices(String language) {
            return List.of();
        }

        @Override
        public byte[] say(String voice, String text) {
            throw unattended();
        }

        private HearkenException unattended() {
            return HearkenException.user("NO_VOICES", "this server was started without voices; hearken serve has them");
        }
    };
}
