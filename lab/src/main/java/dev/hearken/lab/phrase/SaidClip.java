package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.synthesis.LabelledSpeech;

/**
 * Something said, by a voice or a person.
 *
 * @param sound at the ear's rate, with little silence around it
 * @param text what is said
 * @param group whose voice it is
 */
record SaidClip(Waveform sound, String text, String group) {
    static SaidClip of(LabelledSpeech clip) {
        return new SaidClip(
                clip.waveform(), clip.utterance().text(), clip.voice().speaker());
    }
}
