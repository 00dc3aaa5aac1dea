package dev.hearken.lab.alignment;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.dataset.Recording;
import java.util.Optional;

/**
 * A phrase as someone said it in a longer recording.
 *
 * @param text in lower case
 * @param waveform the phrase with a margin, at 16 kHz
 * @param source the recording it was cut out of
 * @param startSeconds when the phrase begins in the recording, without the margin
 * @param endSeconds when it ends
 */
public record NaturalClip(String text, Waveform waveform, Recording source, double startSeconds, double endSeconds) {
    /** Who speaks, if that is told. */
    public Optional<String> speaker() {
        return source.group();
    }

    /** The licence, if the data set tells it of each recording. */
    public Optional<String> licence() {
        return Optional.ofNullable(source.attributes().get("licence"))
                .or(() -> Optional.ofNullable(source.attributes().get("license")));
    }
}
