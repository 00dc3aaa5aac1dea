package dev.hearken.lab.phrase;

import java.util.List;

/**
 * Everything a head learns from and is judged by, heard.
 *
 * @param phrase the phrase in all its surroundings, to learn from
 * @param recordings people saying it, to learn from
 * @param talk other speech by the same voices, to learn from
 * @param background sounds without the phrase
 * @param clean the phrase in silence, to judge by
 * @param noisy the same in noise
 * @param asRecorded people saying it, to judge by
 * @param confusersToLearn what sounds like the phrase, but not too much, to learn from
 * @param confusers what sounds like the phrase, in silence, to judge by
 */
record PhraseMaterial(
        List<HeardPhrase> phrase,
        List<HeardPhrase> recordings,
        List<EmbeddedSound> talk,
        Background background,
        List<HeardPhrase> clean,
        List<HeardPhrase> noisy,
        List<HeardPhrase> asRecorded,
        List<HeardPhrase> confusersToLearn,
        List<HeardPhrase> confusers) {
    PhraseMaterial {
        phrase = List.copyOf(phrase);
        recordings = List.copyOf(recordings);
        talk = List.copyOf(talk);
        clean = List.copyOf(clean);
        noisy = List.copyOf(noisy);
        asRecorded = List.copyOf(asRecorded);
        confusersToLearn = List.copyOf(confusersToLearn);
        confusers = List.copyOf(confusers);
    }

    /** The same with nothing learned from the recordings. */
    PhraseMaterial withoutRecordings() {
        return new PhraseMaterial(
                phrase, List.of(), talk, background, clean, noisy, asRecorded, confusersToLearn, confusers);
    }
}
