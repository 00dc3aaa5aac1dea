package dev.hearken.lab.dataset;

import java.util.List;
import java.util.Optional;

/**
 * One way in which labelled recordings lie on disk.
 *
 * <p>A new one is a class that recognises its folders and tells {@link Findings} what is in them, and a place in {@link #KNOWN}.
 */
interface Layout {
    /** The known layouts, the most particular first: what recognises a folder first reads it. */
    List<Layout> KNOWN = List.of(
            new SpeechCommands(),
            new Esc50(),
            new LjSpeech(),
            new LibriSpeech(),
            new CommonVoice(),
            new AudioFolder(),
            new NemoManifest(),
            new KaldiFolder(),
            new TableOfClips(),
            new AudacityLabels(),
            new LabelInName(),
            new FolderPerPart(),
            new FolderPerLabel());

    /** The layout of a folder, if it is a known one. */
    static Optional<Layout> of(DataFolder folder) {
        return KNOWN.stream().filter(layout -> layout.recognises(folder)).findFirst();
    }

    /** Its stable name, in words joined by hyphens. */
    String word();

    /** Whether the folder is laid out this way, told from what is in it. */
    boolean recognises(DataFolder folder);

    /** Tells every recording in a folder that {@link #recognises} accepted. */
    void read(DataFolder folder, Findings findings);
}
