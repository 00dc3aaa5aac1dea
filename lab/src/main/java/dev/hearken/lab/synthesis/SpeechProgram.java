package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A program that leaves WAV files: runs it in a folder of its own and takes what it left.
 *
 * @param version as the program itself tells it
 */
record SpeechProgram(Program program, String version) {
    private static final int MOST_DETAIL = 300;

    /** Writes what the program needs into its folder and gives its arguments. */
    interface Script {
        List<String> arguments(WorkFolder folder) throws IOException;
    }

    Speech speak(Script script) {
        return speakAll(1, script).get(0);
    }

    /** Runs the program once for {@code clips} utterances, the first of which it leaves in {@code folder.clip(0)}. */
    List<Speech> speakAll(int clips, Script script) {
        try (WorkFolder folder = WorkFolder.create()) {
            Program.Outcome outcome = program.run(script.arguments(folder), folder.path());
            List<Speech> speeches = new ArrayList<>();
            for (int i = 0; i < clips; i++) {
                speeches.add(take(folder.clip(i), outcome));
            }
            return speeches;
        } catch (IOException e) {
            return Collections.nCopies(clips, new Skipped(SkipReason.FAILED, String.valueOf(e.getMessage())));
        }
    }

    private static Speech take(Path file, Program.Outcome outcome) {
        if (outcome instanceof Program.Unfinished unfinished) {
            return new Skipped(unfinished.reason(), unfinished.detail());
        }
        Program.Finished finished = (Program.Finished) outcome;
        if (!Files.exists(file)) {
            return new Skipped(SkipReason.FAILED, failure(finished));
        }
        Decoding decoding = AudioReader.standard().read(file);
        if (decoding instanceof Rejected rejected) {
            return new Skipped(SkipReason.UNREADABLE_AUDIO, rejected.reason() + ": " + rejected.detail());
        }
        Waveform waveform = ((Decoded) decoding).waveform();
        return SilenceTrim.isSilent(waveform)
                ? new Skipped(SkipReason.SILENT, waveform + " without speech")
                : new Spoken(waveform);
    }

    private static String failure(Program.Finished finished) {
        String output = finished.output().strip();
        return "exit code " + finished.exitCode() + ": " + output.substring(Math.max(0, output.length() - MOST_DETAIL));
    }
}
