package dev.hearken.lab.phonetics;

/**
 * A confuser that people may say.
 *
 * @param perHour how often an hour of talk is expected to hold it
 */
public record Confusion(Confuser confuser, double perHour) {}
