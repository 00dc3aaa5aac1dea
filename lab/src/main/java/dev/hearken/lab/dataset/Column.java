package dev.hearken.lab.dataset;

import java.util.List;

/**
 * What a column of a manifest tells, by the names it goes by in the wild.
 *
 * @param names in lower case with underscores; of several that stand in a row the first counts
 */
record Column(List<String> names) {
    /** Where the recording is. */
    static final Column PATH = of(
            "file_name",
            "filename",
            "audio_filepath",
            "file_path",
            "filepath",
            "audio_path",
            "audio_file",
            "wav_path",
            "path",
            "file",
            "audio",
            "wav");

    /** What is heard in it, as a class. */
    static final Column LABEL = of("label", "labels", "class_name", "class", "category", "command", "keyword");

    /** What was said, in words. */
    static final Column TEXT = of("text", "transcript", "transcription", "sentence");

    /** Whom or what it must not be separated from. */
    static final Column GROUP =
            of("speaker", "speaker_id", "spk", "spk_id", "client_id", "subject", "subject_id", "group", "group_id");

    /** The number of a set of groups, given by whoever made the data set. */
    static final Column FOLD = of("fold");

    /** Where the clip begins in the recording, in seconds. */
    static final Column START = of("start", "start_time", "start_seconds", "offset");

    /** Where it ends, in seconds. */
    static final Column END = of("end", "end_time", "end_seconds");

    /** How long it is from its start, in seconds; without a start, how long the recording is. */
    static final Column DURATION = of("duration");

    /** The part of a split. */
    static final Column SPLIT = of("split", "subset", "partition");

    Column {
        names = List.copyOf(names);
    }

    private static Column of(String... names) {
        return new Column(List.of(names));
    }
}
