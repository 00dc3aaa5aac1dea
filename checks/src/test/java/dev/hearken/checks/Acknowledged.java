package dev.hearken.checks;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What a service said it had kept, and so must never lose. */
final class Acknowledged {
    /** The tone each clip was made of, by the clip's number. */
    final Map<Integer, Integer> tones = new ConcurrentHashMap<>();

    /** The labels a clip may bear, by its number: the last that was acknowledged, and one that was asked for and never answered. */
    final Map<Integer, Set<String>> labels = new ConcurrentHashMap<>();

    final Set<String> predictions = ConcurrentHashMap.newKeySet();
    final Set<String> feedback = ConcurrentHashMap.newKeySet();
    final Set<String> jobs = ConcurrentHashMap.newKeySet();

    /** What somebody set out to do and did, and what they could not, since what answers was dead. */
    final AtomicInteger done = new AtomicInteger();

    final AtomicInteger notDone = new AtomicInteger();
}
