package dev.hearken.lab.training;

import java.util.Iterator;

/** What a network learns from, epoch by epoch. */
public interface TrainingExamples {
    /** How many batches an epoch has. */
    int batches();

    /** The batches of one epoch, counted from 1; the same epoch is always the same. Called once an epoch, in order. */
    Iterator<Batch> epoch(int epoch);
}
