package dev.hearken.lab.phrase;

import dev.hearken.lab.network.DetectorHead;
import dev.hearken.lab.training.DetectorScoring;
import dev.hearken.lab.training.DetectorTraining;
import dev.hearken.lab.training.DetectorTraining.Portion;
import dev.hearken.lab.training.FoldedSequence;
import dev.hearken.lab.training.WindowPool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out what a head learns from, and has it learn. */
record HeadTraining(PhraseSettings settings, Folds folds, PhraseProgress progress) {
    private static final int TELL_EVERY = 25;

    DetectorScoring train(PhraseMaterial material, int window) {
        Mixture mixture = settings.mixture();
        WindowPool whole = new WindowPool();
        WindowPool recorded = new WindowPool();
        WindowPool parts = new WindowPool();
        WindowPool confused = new WindowPool();
        material.phrase().forEach(heard -> heard.addTo(whole, parts, folds.of(heard.sound()), window));
        material.recordings().forEach(heard -> heard.addTo(recorded, parts, folds.of(heard.sound()), window));
        material.confusersToLearn().forEach(heard -> heard.addTo(confused, confused, folds.of(heard.sound()), window));
        List<FoldedSequence> phraseless = new ArrayList<>();
        WindowPool talk = pool(material.talk().stream(), window, phraseless);
        Background background = material.background();
        WindowPool sounds =
                pool(Stream.concat(background.clean().stream(), background.disturbed().stream()), window, phraseless);
        List<Portion> portions = Stream.of(
                        new Portion(whole, true, mixture.phrase()),
                        new Portion(recorded, true, mixture.recordings()),
                        new Portion(parts, false, mixture.parts()),
                        new Portion(talk, false, mixture.talk()),
                        new Portion(sounds, false, mixture.background()),
                        new Portion(confused, false, mixture.confusers()))
                .filter(portion -> portion.pool().size() > 0)
                .toList();
        DetectorHead head =
                new DetectorHead(settings.towers(), window, Ear.CHANNELS, settings.hidden(), settings.dropout());
        DetectorTraining training =
                new DetectorTraining(head, settings.training(), portions, phraseless, settings.seed());
        return new DetectorScoring(
                head, training.train(this::told), settings.training().folds());
    }

    private void told(int steps) {
        if (steps % TELL_EVERY == 0) {
            progress.step("training steps", steps, settings.training().steps());
        }
    }

    /** All stretches of these sounds, which join {@code sequences}. */
    private WindowPool pool(Stream<EmbeddedSound> sounds, int window, List<FoldedSequence> sequences) {
        WindowPool pool = new WindowPool();
        sounds.forEach(sound -> {
            FoldedSequence sequence = folds.of(sound);
            sequences.add(sequence);
            for (int frame = 0; frame + window <= sound.frameCount(); frame++) {
                pool.add(sequence, frame);
            }
        });
        return pool;
    }
}
