package dev.hearken.store.jobs;

/** What a job is about. The names are kept in the database and never change. */
public enum JobKind {
    /** A model of the project's clips, from the recipe's own start. */
    TRAIN,
    /** A model that goes on from the live one, with all the project's clips. */
    RETRAIN,
    /** A version judged on the project's test clips. */
    EVALUATE,
    /** Clips for a project, said by voices. */
    SYNTHESIZE,
    /** Clips for a project, from a public set. */
    IMPORT
}
