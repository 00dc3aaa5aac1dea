package dev.hearken.lab.synthesis;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A voice of a program Hearken knows nothing of but how it is called: see {@link VoiceCommand}.
 *
 * @param voice which of the program's voices
 */
record CommandVoice(SpeechProgram program, VoiceCommand command, String voice) implements Voice {
    @Override
    public String id() {
        return engine() + "/" + voice;
    }

    @Override
    public String engine() {
        return command.name();
    }

    /** The command itself: another one may sound otherwise. */
    @Override
    public String engineVersion() {
        return program.version();
    }

    @Override
    public String licence() {
        return command.licence();
    }

    @Override
    public String language() {
        return command.language();
    }

    @Override
    public String speaker() {
        return id();
    }

    /** The text is put in last, so that nothing in it can be taken for a place to put something. */
    @Override
    public Speech speak(Utterance utterance) {
        return program.speak(folder -> {
            Path text = folder.file("text.txt", utterance.text());
            return command.arguments().stream()
                    .map(word -> word.replace("{wav}", folder.clip(0).toString())
                            .replace("{file}", text.toString())
                            .replace("{voice}", voice)
                            .replace("{rate}", String.format(Locale.ROOT, "%.2f", utterance.rate()))
                            .replace("{pitch}", String.format(Locale.ROOT, "%.2f", utterance.pitch()))
                            .replace("{text}", utterance.text()))
                    .toList();
        });
    }
}
