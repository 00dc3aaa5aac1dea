package dev.hearken.core.model;

/**
 * What a model was made from, and on what terms.
 *
 * @param work the data set, voice or network used
 * @param licence its licence, as an SPDX identifier where there is one
 * @param attribution who is to be named
 */
public record Licence(String work, String licence, String attribution) {}
