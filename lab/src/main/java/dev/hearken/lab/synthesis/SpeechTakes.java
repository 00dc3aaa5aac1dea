package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.catalogue.ClipKey;
import dev.hearken.store.catalogue.SpokenClip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Has lines of a plan from the catalogue or from their voices, and keeps in the catalogue what was said anew.
 *
 * @param afterwards what is done to each clip, but not to those in the catalogue
 */
record SpeechTakes(SpeechPlan plan, Catalogue catalogue, UnaryOperator<Waveform> afterwards, EngineHealth health) {
    /** What became of the line at an index of the plan. */
    record Take(int index, Speech speech, boolean reused) {}

    /** The lines at these indices, all of one voice. */
    List<Take> of(List<Integer> indices) {
        List<Take> takes = new ArrayList<>();
        List<Integer> unsaid = new ArrayList<>();
        Map<ClipKey, SpokenClip> known =
                catalogue.find(indices.stream().map(this::key).toList());
        for (int index : indices) {
            Optional<Waveform> sound =
                    Optional.ofNullable(known.get(key(index))).flatMap(catalogue::sound);
            sound.ifPresentOrElse(
                    waveform -> takes.add(new Take(index, new Spoken(afterwards.apply(waveform)), true)),
                    () -> unsaid.add(index));
        }
        takes.addAll(said(unsaid));
        return takes;
    }

    private ClipKey key(int index) {
        SpeechPlan.Line line = plan.lines().get(index);
        return SpeechKey.of(line.voice(), line.utterance());
    }

    private List<Take> said(List<Integer> indices) {
        List<Take> takes = new ArrayList<>();
        List<SpokenClip> fresh = new ArrayList<>();
        for (int from = 0; from < indices.size(); ) {
            Voice voice = plan.lines().get(indices.get(from)).voice();
            List<Integer> some = indices.subList(from, Math.min(indices.size(), from + voice.linesAtATime()));
            List<Speech> speeches = speak(voice, some);
            for (int i = 0; i < some.size(); i++) {
                takes.add(take(some.get(i), speeches.get(i), fresh));
            }
            from += some.size();
        }
        catalogue.keep(fresh);
        return takes;
    }

    private List<Speech> speak(Voice voice, List<Integer> indices) {
        Optional<Skipped> givenUp = health.givenUp(voice.engine());
        if (givenUp.isPresent()) {
            return Collections.nCopies(indices.size(), givenUp.get());
        }
        List<Speech> speeches = voice.speakAll(
                indices.stream().map(i -> plan.lines().get(i).utterance()).toList());
        speeches.forEach(speech -> health.note(voice.engine(), speech));
        return speeches;
    }

    private Take take(int index, Speech speech, List<SpokenClip> fresh) {
        if (!(speech instanceof Spoken spoken)) {
            return new Take(index, speech, false);
        }
        SpeechPlan.Line line = plan.lines().get(index);
        String sha256 = catalogue.sounds().keep(WavWriter.toBytes(spoken.waveform()));
        fresh.add(SpeechKey.clip(line.voice(), line.utterance(), spoken.waveform(), sha256));
        return new Take(index, new Spoken(afterwards.apply(spoken.waveform())), false);
    }
}
