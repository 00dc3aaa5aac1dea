package dev.hearken.lab.report;

import dev.hearken.core.audio.Waveform;

/** What is measured of a clip's sound to see where a model fails: with short clips, in noise, with high voices. */
public enum SoundMeasure {
    /** How long the clip is. */
    DURATION("Length", "s") {
        @Override
        double of(Waveform waveform) {
            return waveform.durationSeconds();
        }
    },
    /** How far the loud parts stand above the quiet ones: a stand-in for the signal-to-noise ratio. */
    NOISE("Loud above quiet (SNR estimate)", "dB") {
        @Override
        double of(Waveform waveform) {
            return LevelRange.dbOf(waveform);
        }
    },
    /** How high the voice is, where there is one. */
    PITCH("Pitch", "Hz") {
        @Override
        double of(Waveform waveform) {
            return Pitch.hzOf(waveform);
        }
    };

    private final String title;
    private final String unit;

    SoundMeasure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** The value of a clip; NaN where it has none. */
    abstract double of(Waveform waveform);

    /** Its name, for a person. */
    public String title() {
        return title;
    }

    /** What it is counted in. */
    public String unit() {
        return unit;
    }
}
