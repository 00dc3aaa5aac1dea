package dev.hearken.cli;

import dev.hearken.core.evaluation.Proportion;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.phrase.Judgement;
import dev.hearken.lab.phrase.PhraseCard;
import dev.hearken.lab.phrase.PhraseProgress;
import dev.hearken.lab.phrase.PhraseSettings;
import dev.hearken.lab.phrase.PhraseSources;
import dev.hearken.lab.phrase.PhraseSources.Pack;
import dev.hearken.lab.phrase.PhraseTraining;
import dev.hearken.lab.phrase.SoundFolder;
import dev.hearken.lab.phrase.TrainedPhrase;
import dev.hearken.lab.report.PhraseReport;
import dev.hearken.lab.synthesis.SpeechStudio;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken phrase}: a typed phrase in, its detector out. */
@Command(
        name = "phrase",
        description = {
            "Type a phrase, get a detector of it: voices say it, a small network learns it, its misses and false alarms are measured.",
            "Better with what you have: --speech natural speech of any kind, --noise of your rooms, --recordings of people saying it."
        },
        subcommands = {PhraseAdvise.class, PhrasePack.class},
        footer = {
            "",
            "Example: hearken phrase \"hey computer\" --out models",
            "Then:    hearken detect models/hey-computer.onnx recording.wav"
        })
final class Phrase implements Runnable {
    /** Two engines speak at once: one a core of the smallest machine. */
    private static final int AT_ONCE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private VoiceOption voices = new VoiceOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PHRASE",
            description = "What is to be heard, as it is spelled.")
    @Nullable
    private String typed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the model, its card and its report are written; else here.")
    private Path out = Path.of(".");

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "Settings: clips=500, training.steps=3000; docs/phrase.md lists them.")
    private List<String> settings = List.of();

    @Option(
            names = "--false-alarms-per-hour",
            paramLabel = "N",
            description =
                    "What the detector may cost; else 0.5. It is measured, and kept in the model with its interval.")
    @Nullable
    private Double falseAlarmsPerHour;

    @Option(
            names = "--speech",
            paramLabel = "DIR",
            description = "Natural speech and other sounds without the phrase; may be repeated.")
    private List<Path> speech = List.of();

    @Option(names = "--noise", paramLabel = "DIR", description = "Noises to mix in; may be repeated.")
    private List<Path> noise = List.of();

    @Option(names = "--recordings", paramLabel = "DIR", description = "People saying the phrase, cut or with pauses.")
    @Nullable
    private Path recordings;

    @Option(
            names = "--background",
            paramLabel = "DIR|none",
            description = "A background made by hearken phrase pack, or none; else the one in the box.")
    @Nullable
    private String background;

    @Override
    public void run() {
        if (typed == null) {
            throw new ParameterException(spec.commandLine(), "a phrase is missing: hearken phrase \"hey computer\"");
        }
        SpokenPhrase phrase = SpokenPhrase.of(typed);
        PhraseSettings resolved = PhraseSettings.STANDARD.with(overrides());
        Home opened = home.open();
        try (Database database = Database.open(opened)) {
            SpeechStudio studio = new SpeechStudio(Catalogue.of(opened, database), AT_ONCE);
            PhraseSources sources = new PhraseSources(
                    voices.find(opened).all(),
                    studio,
                    speech.stream().map(SoundFolder::read).toList(),
                    noise.stream().map(SoundFolder::read).toList(),
                    Optional.ofNullable(recordings).map(SoundFolder::read),
                    pack(),
                    opened.cache().resolve("embeddings"));
            PhraseTraining training = new PhraseTraining(phrase, resolved, sources, progress(), InstantSource.system());
            tell(phrase, training.train());
        }
    }

    private List<String> overrides() {
        List<String> overrides = new ArrayList<>(settings);
        if (falseAlarmsPerHour != null) {
            overrides.add("false_alarms_per_hour=" + falseAlarmsPerHour);
        }
        return overrides;
    }

    private Pack pack() {
        if (background == null) {
            return new Pack.InTheBox();
        }
        return background.equals("none") ? new Pack.None() : new Pack.Folder(Path.of(background));
    }

    private PhraseProgress progress() {
        PrintWriter err = spec.commandLine().getErr();
        ProgressLine line = new ProgressLine(err);
        return new PhraseProgress() {
            private long shown = -1;

            @Override
            public void began(Stage stage) {
                err.println(stage.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public void step(String what, int done, int of) {
                if (done == of || done * 10L / of != shown) {
                    shown = done * 10L / of;
                    line.show("  %s: %,d of %,d".formatted(what, done, of));
                }
            }

            @Override
            public void note(String message) {
                err.println("  " + message);
            }
        };
    }

    private void tell(SpokenPhrase phrase, TrainedPhrase trained) {
        String name = phrase.text().replace(' ', '-');
        Path file = out.resolve(name + ".onnx");
        keep(trained, file, name);
        PrintWriter print = spec.commandLine().getOut();
        if (Json.isWanted(spec.commandLine())) {
            print.println(Json.of(answer(phrase, trained, file)));
            return;
        }
        Judgement judgement = trained.judgement();
        print.println("voices it never learned from, in silence: " + judgement.wanted());
        print.println("the same in noise at 10 dB:               " + judgement.wantedInNoise());
        judgement
                .wantedNearMisses()
                .ifPresent(fired -> print.println("sound-alikes that fire:                   " + fired));
        trained.withoutRecordings().ifPresent(without -> {
            print.println("your recordings, not learned from:        " + without.wantedAsRecorded());
            print.println(
                    "the same, each judged by heads that learned from others of them: " + judgement.wantedAsRecorded());
        });
        print.println("wrote " + file + ", its card and its report");
    }

    private static Map<String, Object> answer(SpokenPhrase phrase, TrainedPhrase trained, Path file) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("phrase", phrase.text());
        answer.put("file", file.toString());
        answer.put("operating_points", trained.model().metadata().operatingPoints());
        answer.put("metrics", trained.model().metadata().metrics());
        trained.withoutRecordings().ifPresent(without -> {
            answer.put("recordings_missed_without_them", missed(without));
            answer.put("recordings_missed", missed(trained.judgement()));
        });
        answer.put("clips_made", trained.made());
        answer.put("clips_reused", trained.reused());
        answer.put("seconds", trained.seconds());
        return answer;
    }

    private static Map<String, Long> missed(Judgement judgement) {
        Proportion missed = judgement.wantedAsRecorded().missed();
        return Map.of("count", missed.successes(), "of", missed.trials());
    }

    private void keep(TrainedPhrase trained, Path file, String name) {
        try {
            Files.createDirectories(out);
            trained.model().write(file);
            Files.writeString(out.resolve(name + ".md"), PhraseCard.of(trained, String.valueOf(file.getFileName())));
            Files.writeString(out.resolve(name + ".html"), PhraseReport.toHtml(trained));
        } catch (IOException unwritable) {
            throw Unwritable.of("OUT_UNWRITABLE", out, unwritable);
        }
    }
}
