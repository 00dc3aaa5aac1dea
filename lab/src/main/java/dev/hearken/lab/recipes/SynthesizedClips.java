package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.model.Licence;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.synthesis.LabelledSpeech;
import dev.hearken.lab.synthesis.SilenceTrim;
import dev.hearken.lab.synthesis.SpeakingRange;
import dev.hearken.lab.synthesis.SpeechPlan;
import dev.hearken.lab.synthesis.SpeechSession;
import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.lab.synthesis.Voice;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.lab.training.TrainingClip;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clips spoken by synthetic voices for a recipe.
 *
 * @param clips the spoken labels
 * @param notes what a user should know: which voices are missing, what was skipped and why
 */
public record SynthesizedClips(List<LabelledSpeech> clips, List<String> notes) {
    /** Two processes speak at once: one a core of the smallest machine. */
    private static final int AT_ONCE = 2;

    public SynthesizedClips {
        clips = List.copyOf(clips);
        notes = List.copyOf(notes);
    }

    /** No synthesized clips at all. */
    public static SynthesizedClips none() {
        return new SynthesizedClips(List.of(), List.of());
    }

    /** What the installed voices make of a recipe's labels; nothing, with a note, where there are none. */
    static SynthesizedClips speak(Recipe recipe, Settings settings, LabelSet labels, Home home) {
        Map<Label, List<String>> spellings = labels.labels().stream()
                .collect(Collectors.toMap(label -> label, label -> recipe.spellings(label.name())));
        return speak(spellings, settings.synthesizedPerLabel(), settings.seed(), home);
    }

    /** The same for texts of each label, so many clips a label. */
    static SynthesizedClips speak(Map<Label, List<String>> spellings, int clipsPerLabel, long seed, Home home) {
        if (clipsPerLabel == 0) {
            return none();
        }
        Voices voices = Voices.installed(home);
        if (voices.all().isEmpty()) {
            return new SynthesizedClips(List.of(), voices.advice().stream().toList());
        }
        SpeechPlan plan = SpeechPlan.draw(spellings, clipsPerLabel, voices.all(), SpeakingRange.STANDARD, seed);
        try (Database database = Database.open(home)) {
            SpeechSession session =
                    new SpeechStudio(Catalogue.of(home, database), AT_ONCE).record(plan, SilenceTrim.STANDARD::trim);
            return new SynthesizedClips(session.clips(), notes(voices, session));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while voices were speaking");
        }
    }

    /** The voices' terms, one entry an engine. */
    public List<Licence> licences() {
        return clips.stream()
                .map(LabelledSpeech::voice)
                .collect(Collectors.groupingBy(Voice::engine, Collectors.mapping(Voice::licence, Collectors.toSet())))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(engine -> new Licence(
                        engine.getKey() + " (synthesized speech)",
                        String.join(", ", engine.getValue()),
                        engine.getKey()))
                .toList();
    }

    /** The clips at a rate, numbered from {@code firstId}. */
    List<TrainingClip> at(int sampleRateHz, LabelSet labels, int firstId) {
        return IntStream.range(0, clips.size())
                .mapToObj(i -> new TrainingClip(
                        firstId + i,
                        Resampler.resample(clips.get(i).waveform(), sampleRateHz),
                        labels.indexOf(clips.get(i).label())))
                .toList();
    }

    private static List<String> notes(Voices voices, SpeechSession session) {
        return Stream.concat(
                        voices.advice().stream(),
                        session.skipCounts().entrySet().stream()
                                .map(skip -> skip.getValue() + " synthesized clips were skipped: " + skip.getKey()))
                .toList();
    }
}
