package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.task.Label;

/** A clip of synthesized speech of which the label, the voice and the text are known. */
public record LabelledSpeech(Label label, Waveform waveform, Voice voice, Utterance utterance) {
    /** The group for splits: clips of one speaker belong on one side. */
    public String group() {
        return voice.speaker();
    }
}
