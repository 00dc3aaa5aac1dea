package dev.hearken.lab.phrase;

import dev.hearken.core.model.Licence;
import dev.hearken.lab.phonetics.Confuser;
import dev.hearken.lab.phonetics.Confusers;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.synthesis.LabelledSpeech;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that voices have said for one phrase.
 *
 * @param phrase the phrase alone
 * @param talk other things
 * @param confusers what sounds like it
 * @param distances how far from the phrase each text of the confusers is
 * @param licences the voices' terms
 */
record Script(
        List<SaidClip> phrase,
        List<SaidClip> talk,
        List<SaidClip> confusers,
        Map<String, Double> distances,
        List<Licence> licences) {
    private static final int LEAST_WINDOW = 16;
    private static final int LATE_FRAMES = 4;
    private static final double LONG = 0.95;
    private static final int CONFUSERS = 120;

    /** Nearer than this people hear the phrase too: "hay computer", "seven teen". */
    private static final double LEAST_DISTANCE = 0.5;

    /** What voices make of the script. */
    static Script spoken(SpokenPhrase phrase, PhraseSpeech speech) {
        List<LabelledSpeech> said = speech.phrase();
        List<LabelledSpeech> talk = speech.sentences();
        List<Confuser> near = spread(
                Confusers.of(phrase).stream()
                        .filter(confuser -> confuser.distance() >= LEAST_DISTANCE)
                        .toList(),
                CONFUSERS);
        List<LabelledSpeech> confusers = speech.confusers(near);
        return new Script(
                clips(said),
                clips(talk),
                clips(confusers),
                near.stream().collect(Collectors.toMap(Confuser::text, Confuser::distance)),
                PhraseSpeech.licences(
                        Stream.concat(said.stream(), talk.stream()).toList()));
    }

    /** The confusers that are at least so far from the phrase. */
    List<SaidClip> confusersBeyond(double distance) {
        return confusers.stream()
                .filter(clip -> distances.getOrDefault(clip.text(), 0.0) >= distance)
                .toList();
    }

    /** How long the phrase usually is. */
    int usualSamples() {
        return quantile(0.5);
    }

    /** How many frames a detector must look at to hear all of it, when it is said slowly and the answer comes late. */
    int window() {
        int frames = LATE_FRAMES;
        while (Ear.samples(frames) < quantile(LONG) + LATE_FRAMES * Ear.HOP_SAMPLES) {
            frames++;
        }
        return Math.max(LEAST_WINDOW, frames);
    }

    private int quantile(double share) {
        int[] lengths =
                phrase.stream().mapToInt(clip -> clip.sound().length()).sorted().toArray();
        return lengths[(int) (share * (lengths.length - 1))];
    }

    /** So many of them at equal distances, from the first on. */
    static <T> List<T> spread(List<T> all, int most) {
        int count = Math.min(most, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    private static List<SaidClip> clips(List<LabelledSpeech> said) {
        return said.stream().map(SaidClip::of).toList();
    }
}
