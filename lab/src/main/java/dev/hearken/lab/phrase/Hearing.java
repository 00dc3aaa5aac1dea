package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.PitchShift;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.SpeakerScale;
import dev.hearken.lab.augmentation.Surroundings;
import dev.hearken.lab.augmentation.TimeStretch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Speech as the ear hears it: by other voices, in other places, through other noise each time.
 *
 * <p>What becomes of a clip depends on the seed, the pass and the clip's place in its list alone.
 *
 * @param seed what every choice is drawn from
 */
record Hearing(Ear ear, Placement placement, Surroundings surroundings, long seed) {
    private static final Range USUAL_SNR_DB = new Range(0, 35);
    private static final Range LOUD_SNR_DB = new Range(-3, 12);
    /** Silence before each sound: what comes out of silence must not be taken for the phrase because only the phrase ever did. */
    private static final int LEAD = 28_800;

    private static final int TAIL = 4_800;

    /** All silence around a sound without the phrase, which is no time in which false alarms could have happened. */
    static final int FRAMING = LEAD + TAIL;

    /** Other throats, tempers and hurries than the voices have. */
    private static final Augmentation OTHER_VOICE = AugmentationChain.empty()
            .then(0.8, new SpeakerScale(new Range(0.85, 1.18)))
            .then(0.6, new TimeStretch(new Range(0.8, 1.25)))
            .then(0.4, new PitchShift(new Range(0.85, 1.2)));

    /** To learn from: each clip in each pass, half of the first pass as it is, the last one in loud noise. */
    List<HeardPhrase> toLearn(List<SaidClip> clips, int passes) {
        List<HeardPhrase> heard = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            heard.addAll(pass(
                    clips, pass, pass == 0 ? 0.5 : 0, pass > 0 && pass == passes - 1 ? LOUD_SNR_DB : USUAL_SNR_DB));
        }
        return heard;
    }

    /** To learn from, but never as it is: a head would learn what tells the voices' own clips apart, not what tells words apart. */
    List<HeardPhrase> disturbedToLearn(List<SaidClip> clips, int passes) {
        List<HeardPhrase> heard = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            heard.addAll(pass(clips, pass, 0, USUAL_SNR_DB));
        }
        return heard;
    }

    private List<HeardPhrase> pass(List<SaidClip> clips, int pass, double shareAsItIs, Range snrDb) {
        Augmentation place = surroundings.disturbance(snrDb);
        return phrases(clips, pass, (clip, random) -> {
            if (random.nextDouble() < shareAsItIs) {
                return placement.place(clip.sound(), random);
            }
            Placement.Placed placed = placement.place(OTHER_VOICE.apply(clip.sound(), random), random);
            return new Placement.Placed(place.apply(placed.sound(), random), placed.start(), placed.end());
        });
    }

    /** To judge by: each clip once, in silence, changed by nothing but {@code disturbance}. */
    List<HeardPhrase> toJudge(List<SaidClip> clips, Augmentation disturbance) {
        return phrases(clips, -1, (clip, random) -> {
            Placement.Placed placed = placement.alone(clip.sound(), random);
            return new Placement.Placed(disturbance.apply(placed.sound(), random), placed.start(), placed.end());
        });
    }

    /**
     * Other speech by the same voices.
     *
     * @param drawn what the disturbance is drawn from
     */
    EmbeddedSound other(SaidClip clip, boolean disturbed, long drawn) {
        Augmentation place = disturbed ? surroundings.disturbance(USUAL_SNR_DB) : AugmentationChain.empty();
        return embedded(clip, place.apply(framed(clip.sound()), new SplittableRandom(drawn)));
    }

    /** A sound without the phrase as it is heard: after silence, and with a little behind it. */
    static Waveform framed(Waveform sound) {
        return sound.window(-LEAD, sound.length() + TAIL);
    }

    private List<HeardPhrase> phrases(
            List<SaidClip> clips, int pass, BiFunction<SaidClip, SplittableRandom, Placement.Placed> where) {
        List<Callable<HeardPhrase>> work = IntStream.range(0, clips.size())
                .<Callable<HeardPhrase>>mapToObj(i -> () -> {
                    Placement.Placed placed = where.apply(clips.get(i), random(pass, i));
                    return new HeardPhrase(embedded(clips.get(i), placed.sound()), placed.start(), placed.end());
                })
                .toList();
        return ear.all(work);
    }

    private EmbeddedSound embedded(SaidClip clip, Waveform sound) {
        return new EmbeddedSound(clip.group(), clip.text(), ear.hear(sound));
    }

    private SplittableRandom random(int pass, int clip) {
        return new SplittableRandom((seed * 31 + pass) * 1_000_003 + clip);
    }
}
