package dev.hearken.store.catalogue;

import java.util.Optional;

/**
 * What is to be different about clips; what is empty stays.
 *
 * @param facts what a person tells of them
 * @param excluded whether they are left out of training and judging
 * @param deleted true deletes, false takes back
 */
public record ClipChange(ClipFacts facts, Optional<Boolean> excluded, Optional<Boolean> deleted) {}
