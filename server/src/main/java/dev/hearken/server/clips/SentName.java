package dev.hearken.server.clips;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ClipFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * The name of a file as it was sent, with its folders: {@code yes/1.wav} or {@code yes/ann/1.wav}, label first and speaker between.
 *
 * @param parts the folders and the file's own name, at least that
 */
record SentName(List<String> parts) {
    /**
     * A name out of a request or an archive.
     *
     * @throws ProblemException 422 {@code UNSAFE_PATH} if it leads out of where it stands, which no honest archive does
     */
    static SentName parse(String sent) {
        String slashed = sent.replace('\\', '/');
        List<String> parts = Arrays.stream(slashed.split("/"))
                .filter(part -> !part.isBlank())
                .toList();
        boolean leadsOut = slashed.startsWith("/") || slashed.matches("[A-Za-z]:.*") || parts.contains("..");
        if (leadsOut || parts.isEmpty() || slashed.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "UNSAFE_PATH",
                    "the name of a file may not lead out of its folder, begin with a slash or hold control characters");
        }
        return new SentName(parts);
    }

    /** The file's own name. */
    String file() {
        return parts.get(parts.size() - 1);
    }

    /** What the folders tell: of {@code label/file} the label, of {@code label/speaker/file} both. */
    ClipFacts facts() {
        int folders = parts.size() - 1;
        return folders == 1 || folders == 2
                ? new ClipFacts(
                        Optional.of(parts.get(0)),
                        folders == 2 ? Optional.of(parts.get(1)) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : ClipFacts.NONE;
    }

    /** The name without its first folder. */
    SentName inside() {
        return new SentName(parts.subList(1, parts.size()));
    }

    /** Whether these are the names in one folder of folders, as when a folder of labels was packed and not its content. */
    static boolean shareOuterFolder(List<SentName> names) {
        boolean deep = names.stream().allMatch(name -> name.parts.size() > 2);
        return deep
                && names.stream().map(name -> name.parts.get(0)).distinct().count() == 1
                && names.stream().map(name -> name.parts.get(1)).distinct().count() > 1;
    }

    @Override
    public String toString() {
        return String.join("/", parts);
    }
}
