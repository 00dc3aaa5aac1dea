package dev.hearken.lab.synthesis;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The English voices of the speech engines found on this machine.
 *
 * @param all in the order of engines, then of their own lists
 */
public record Voices(List<Voice> all) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    public Voices {
        all = List.copyOf(all);
    }

    /** Asks each engine on the environment's PATH for its voices; takes about a second. An engine that fails has none. */
    public static Voices installed() {
        return installed(ProgramPath.ofEnvironment(), TIMEOUT);
    }

    /** The same with the engines of these folders, each run of which may last {@code timeout}. */
    public static Voices installed(ProgramPath path, Duration timeout) {
        return new Voices(Stream.of(
                        EspeakNg.installed(path, timeout),
                        Flite.installed(path, timeout),
                        Festival.installed(path, timeout),
                        Pico.installed(path, timeout))
                .flatMap(List::stream)
                .toList());
    }

    /** The names of the engines that have a voice. */
    public Set<String> engines() {
        return all.stream().map(Voice::engine).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many different people seem to speak: see {@link Voice#speaker}. */
    public int distinctSpeakers() {
        return (int) all.stream().map(Voice::speaker).distinct().count();
    }

    /** What to type on Debian or Ubuntu for the engines that are missing; empty if none of the free ones is. */
    public Optional<String> advice() {
        Set<String> packages = new LinkedHashSet<>();
        if (!engines().contains(EspeakNg.ENGINE)) {
            packages.add("espeak-ng");
        }
        if (!engines().contains(Flite.ENGINE)) {
            packages.add("flite");
        }
        if (!engines().contains(Festival.ENGINE)) {
            packages.addAll(List.of("festival", "festvox-kdlpc16k", "festvox-us-slt-hts"));
        }
        return packages.isEmpty() ? Optional.empty() : Optional.of("apt-get install " + String.join(" ", packages));
    }
}
