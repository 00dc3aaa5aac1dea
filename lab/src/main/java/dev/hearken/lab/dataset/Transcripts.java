package dev.hearken.lab.dataset;

import java.util.Collection;
import java.util.HashSet;

/** Whether what was said is a class: in a set of commands the same few texts come again, in a set of sentences hardly one does. */
final class Transcripts {
    private Transcripts() {}

    /** Whether each text comes {@value Trainability#MIN_CLIPS_PER_LABEL} times on average, as labels must. */
    static boolean areLabels(Collection<String> texts) {
        return !texts.isEmpty() && new HashSet<>(texts).size() * Trainability.MIN_CLIPS_PER_LABEL <= texts.size();
    }
}
