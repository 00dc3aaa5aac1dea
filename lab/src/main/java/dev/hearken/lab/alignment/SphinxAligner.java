package dev.hearken.lab.alignment;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.alignment.Alignment.Aligned;
import dev.hearken.lab.alignment.Alignment.NotAligned;
import dev.hearken.lab.phonetics.Pronouncer;
import dev.hearken.lab.phonetics.Pronunciation;
import edu.cmu.sphinx.api.SpeechAligner;
import edu.cmu.sphinx.result.WordResult;
import edu.cmu.sphinx.util.SphinxLogFormatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Aligns with the hidden Markov models of CMUSphinx for American English: always at hand, frames of 10 ms, slower than the recording is long
 * at worst. Not safe for use by several threads.
 *
 * <p>The recogniser may leave words out; it gives up on passages it does not understand and goes on behind them.
 */
public final class SphinxAligner implements Aligner {
    private static final String ACOUSTIC_MODEL = "resource:/edu/cmu/sphinx/models/en-us/en-us";
    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final double MILLIS = 1_000;

    /** Told of every step; held, lest their settings be collected. */
    private static final List<Logger> SILENCED = List.of(recogniser(), aligner());

    private final Path folder;
    private final SpeechAligner aligner;

    private SphinxAligner(Path folder, SpeechAligner aligner) {
        this.folder = folder;
        this.aligner = aligner;
    }

    /** The library gives its logger a handler and a level of its own, unless one with its formatter is there. */
    private static Logger recogniser() {
        Logger library = Logger.getLogger("default.config");
        Handler nowhere = new ConsoleHandler();
        nowhere.setLevel(Level.OFF);
        nowhere.setFormatter(new SphinxLogFormatter());
        library.addHandler(nowhere);
        return library;
    }

    private static Logger aligner() {
        Logger library = Logger.getLogger("SpeechAligner");
        library.setLevel(Level.SEVERE);
        return library;
    }

    /** An aligner that knows how these words are pronounced, and no others; takes a second or two to make. */
    public static SphinxAligner knowing(Collection<String> words) {
        try {
            Path folder = Files.createTempDirectory("hearken-alignment");
            Path dictionary = Files.writeString(folder.resolve("words.dict"), dictionary(words));
            SILENCED.forEach(logger -> logger.fine("aligning"));
            return new SphinxAligner(
                    folder,
                    new SpeechAligner(ACOUSTIC_MODEL, dictionary.toUri().toURL().toString(), null));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code read R EH D}, and a second line {@code read(2) R IY D}. */
    private static String dictionary(Collection<String> words) {
        StringBuilder lines = new StringBuilder();
        for (String word : new TreeSet<>(words)) {
            int variant = 1;
            for (Pronunciation way : Pronouncer.english().pronunciations(word)) {
                lines.append(variant == 1 ? word : word + "(" + variant + ")")
                        .append(' ')
                        .append(way)
                        .append('\n');
                variant++;
            }
        }
        return lines.toString();
    }

    @Override
    public Alignment align(Waveform speech, List<String> words) {
        Path recording = folder.resolve("speech.wav");
        try {
            WavWriter.write(Resampler.resample(speech, SAMPLE_RATE_HZ), recording);
            List<WordTime> times = aligner.align(recording.toUri().toURL(), words).stream()
                    .filter(Objects::nonNull)
                    .filter(result -> !result.isFiller())
                    .map(SphinxAligner::time)
                    .toList();
            return times.isEmpty()
                    ? new NotAligned("no word was recognised where the transcript has it")
                    : new Aligned(times);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (IndexOutOfBoundsException | NullPointerException | AssertionError defect) {
            return new NotAligned("the recogniser failed: " + defect);
        }
    }

    /** The first word of a passage may begin a millisecond before the recording. */
    private static WordTime time(WordResult result) {
        double startSeconds = Math.max(0, result.getTimeFrame().getStart() / MILLIS);
        return new WordTime(
                result.getWord().getSpelling().replaceFirst("\\(\\d+\\)$", ""),
                startSeconds,
                Math.max(startSeconds, result.getTimeFrame().getEnd() / MILLIS));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("speech.wav"));
            Files.deleteIfExists(folder.resolve("words.dict"));
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
