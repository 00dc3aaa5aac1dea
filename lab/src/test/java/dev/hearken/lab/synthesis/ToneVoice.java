package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import java.util.concurrent.atomic.AtomicInteger;

/** A voice that needs no program: it hums a tone as long as its text and as high as asked, and counts how often. */
record ToneVoice(String engine, String name, AtomicInteger said) implements Voice {
    private static final int SAMPLE_RATE_HZ = 8_000;

    static ToneVoice of(String engine, String name) {
        return new ToneVoice(engine, name, new AtomicInteger());
    }

    @Override
    public String id() {
        return engine + "/" + name;
    }

    @Override
    public String engineVersion() {
        return "1";
    }

    @Override
    public String licence() {
        return "none needed";
    }

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String speaker() {
        return name;
    }

    /** Silent where the text asks for it, and broken. */
    @Override
    public Speech speak(Utterance utterance) {
        said.incrementAndGet();
        if (utterance.text().contains("silence")) {
            return new Skipped(SkipReason.SILENT, "as told");
        }
        if (utterance.text().contains("failure")) {
            return new Skipped(SkipReason.FAILED, "as told");
        }
        float[] samples = new float[(int) (800 * utterance.text().length() / utterance.rate())];
        for (int i = 0; i < samples.length; i++) {
            // Whole 16-bit steps, as every engine's samples are.
            double sample = Math.sin(2 * Math.PI * 200 * utterance.pitch() * i / SAMPLE_RATE_HZ);
            samples[i] = Math.round(10_000 * sample) / 32_768f;
        }
        return new Spoken(Waveform.of(samples, SAMPLE_RATE_HZ));
    }
}
