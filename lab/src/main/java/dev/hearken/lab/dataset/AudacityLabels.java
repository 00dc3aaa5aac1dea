package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code talk.txt} beside {@code talk.wav}, a line {@code start <tab> end <tab> label} for each stretch: label tracks as Audacity exports
 * them, https://manual.audacityteam.org/man/importing_and_exporting_labels.html.
 *
 * <p>Stretches of one recording are one group. Lines that begin with a backslash, the frequencies of a selection, are passed over.
 */
final class AudacityLabels implements Layout {
    private static final Pattern LINE = Pattern.compile("(?<start>[\\d.,]+)\t(?<end>[\\d.,]+)(?:\t(?<label>.*))?");

    @Override
    public String word() {
        return "audacity";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return folder.audio().stream().anyMatch(file -> track(file).isPresent());
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        folder.audio().forEach(file -> track(file).ifPresent(track -> read(file, track, folder, findings)));
    }

    private static Optional<Path> track(Path audio) {
        Path track = audio.resolveSibling(DataFolder.stem(audio) + ".txt");
        return Files.isRegularFile(track) && startsAsOne(track) ? Optional.of(track) : Optional.empty();
    }

    private static boolean startsAsOne(Path track) {
        AtomicBoolean starts = new AtomicBoolean();
        ManifestText.glance(track, reader -> {
            String first = reader.readLine();
            starts.set(first != null && LINE.matcher(first).matches());
        });
        return starts.get();
    }

    private static void read(Path audio, Path track, DataFolder folder, Findings findings) {
        List<String> lines = ManifestText.lines(track);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("\\")) {
                findings.add(folder.inside(track) + ":" + (i + 1), () -> stretch(audio, line));
            }
        }
    }

    private static Recording stretch(Path audio, String line) {
        Matcher parts = LINE.matcher(line);
        String label = parts.matches() && parts.group("label") != null
                ? parts.group("label").strip()
                : "";
        if (label.isEmpty()) {
            throw new UnusableEntry(Reason.MALFORMED, "the line is not start, end and label, set apart by tabs");
        }
        Span span = ManifestReader.span(seconds(parts.group("start")), seconds(parts.group("end")));
        return Recording.of(audio).called(new Label(label)).cut(span);
    }

    /** Audacity writes a decimal comma where the country does. */
    private static double seconds(String text) {
        return ManifestReader.seconds(text.replace(',', '.'));
    }
}
