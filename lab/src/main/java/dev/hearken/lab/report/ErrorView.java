package dev.hearken.lab.report;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.dataset.ClipFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * A wrong answer to listen to and look at.
 *
 * @param file the clip, as its folder names it
 * @param truth the right label
 * @param answer what was answered
 * @param certainty how sure of it the model was
 * @param truthCertainty how sure of the right label
 * @param length how long the clip is; only its first ten seconds can be played
 * @param sound a WAV file as a {@code data:} address
 * @param picture a PNG file as a {@code data:} address
 */
record ErrorView(
        String file,
        String truth,
        String answer,
        String certainty,
        String truthCertainty,
        String length,
        String sound,
        String picture) {
    static List<ErrorView> of(List<WorstError> errors, ClipFolder folder) {
        List<ErrorView> views = new ArrayList<>();
        try (MelPicture picture = new MelPicture()) {
            for (WorstError error : errors) {
                Waveform whole = error.clip().waveform();
                Waveform shown = DataUri.beginning(whole);
                views.add(new ErrorView(
                        folder.name(error.clip().clip().recording()),
                        error.truth(),
                        error.answer(),
                        Numerals.percent(error.certainty()),
                        Numerals.percent(error.truthProbability()),
                        Numerals.duration(whole.durationSeconds()),
                        DataUri.of(shown),
                        DataUri.of(picture.of(shown))));
            }
        }
        return views;
    }
}
