package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code wav.scp}, {@code utt2spk}, {@code text} and perhaps {@code segments} in one folder, or in one for each part: a Kaldi data
 * directory, https://kaldi-asr.org/doc/data_prep.html.
 *
 * <p>The speaker is the group. The text is the label where the same texts come again and again (see {@link Transcripts}), and an attribute
 * in any case. Commands in {@code wav.scp} are never run: data are not programs.
 */
final class KaldiFolder implements Layout {
    @Override
    public String word() {
        return "kaldi";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !folder.files("wav.scp"::equals).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        folder.files("wav.scp"::equals).forEach(scp -> read(scp, folder, findings));
    }

    private static void read(Path scp, DataFolder folder, Findings findings) {
        Map<String, String> paths = keyed(scp);
        paths.forEach((id, path) -> refuseCommand(scp, id, path));
        Map<String, String> speakers = keyed(scp.resolveSibling("utt2spk"));
        Map<String, String> texts = keyed(scp.resolveSibling("text"));
        boolean textsAreLabels = Transcripts.areLabels(texts.values());
        Optional<SplitPart> part = SplitPart.ofFolders(folder.inside(scp));
        References references = References.of(scp, folder);
        Map<String, String> segments = keyed(scp.resolveSibling("segments"));
        Map<String, String> utterances = segments.isEmpty() ? paths : segments;
        utterances.forEach((id, value) ->
                findings.add(folder.inside(scp).resolveSibling(id).toString(), () -> {
                    Recording recording = segments.isEmpty()
                            ? Recording.of(references.file(value))
                            : segment(value.split("\\s+", -1), paths, references);
                    Optional<String> text = Optional.ofNullable(texts.get(id));
                    if (text.isPresent()) {
                        recording = recording.with(Map.of("text", text.get()));
                    }
                    if (text.isPresent() && textsAreLabels) {
                        recording = recording.called(new Label(text.get()));
                    }
                    recording = recording.in(Optional.ofNullable(speakers.get(id)));
                    return part.map(recording::in).orElse(recording);
                }));
    }

    /** {@code recording start end}, in seconds; an end of -1 is the recording's. */
    private static Recording segment(String[] segment, Map<String, String> paths, References references) {
        String path = segment.length == 3 ? paths.get(segment[0]) : null;
        if (path == null) {
            throw new UnusableEntry(
                    Reason.MALFORMED,
                    "the segment '%s' names no recording, start and end".formatted(String.join(" ", segment)));
        }
        double end = ManifestReader.seconds(segment[2]);
        return Recording.of(references.file(path))
                .cut(ManifestReader.span(ManifestReader.seconds(segment[1]), end == -1 ? Span.TO_THE_END : end));
    }

    private static void refuseCommand(Path scp, String id, String path) {
        if (path.endsWith("|") || path.startsWith("|")) {
            throw HearkenException.user(
                    "DATASET_PIPED_COMMAND",
                    "%s gives a command for %s, '%s'; Hearken runs no commands found in data: write the audio to files first"
                            .formatted(scp, id, path));
        }
    }

    /** The lines of a table of Kaldi's, by their first word; none where there is no such file. */
    private static Map<String, String> keyed(Path table) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = Files.isRegularFile(table) ? ManifestText.lines(table) : List.of();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", 2);
            if (words.length == 2) {
                values.putIfAbsent(words[0], words[1]);
            }
        }
        return values;
    }
}
