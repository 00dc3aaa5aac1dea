package dev.hearken.lab.phrase;

import dev.hearken.lab.training.FoldedSequence;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Deals groups into folds by their names alone, so that all sounds of a voice are in one, in every run. */
record Folds(int count) {
    FoldedSequence of(EmbeddedSound sound) {
        CRC32 sum = new CRC32();
        sum.update(sound.group().getBytes(StandardCharsets.UTF_8));
        return new FoldedSequence(sound.frames(), (int) (sum.getValue() % count));
    }
}
