package dev.hearken.server.recognition;

import dev.hearken.server.problems.Problem;
import dev.hearken.server.recognition.Recognition.Answer;
import dev.hearken.server.recognition.Recognition.Answered;
import dev.hearken.store.monitoring.KeptRecordings;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Tally;
import dev.hearken.store.monitoring.Tally.Kind;
import dev.hearken.store.monitoring.Watches;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Remembers what models answered, and counts it. */
@Component
final class AnswerLog {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerLog.class);
    private static final double MILLIONTHS = 1e6;

    private final PredictionLog log;
    private final KeptRecordings recordings;
    private final Tallies tallies;
    private final Watches watches;
    private final Clock clock;

    AnswerLog(PredictionLog log, KeptRecordings recordings, Tallies tallies, Watches watches, Clock clock) {
        this.log = log;
        this.recordings = recordings;
        this.tallies = tallies;
        this.watches = watches;
        this.clock = clock;
    }

    /** The same answers, with the ids under which they are remembered; without, if they are not on the disk by now. */
    List<FileResult> remember(String project, int version, List<MultipartFile> uploads, List<Answered> answers) {
        List<FileResult> results = new ArrayList<>(answers.size());
        List<LoggedPrediction> entries = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            FileResult result = answers.get(i).result();
            Optional<Answer> answer = answers.get(i).answer();
            if (answer.isEmpty()) {
                results.add(result);
                countRefusal(project, result);
                continue;
            }
            LoggedPrediction entry = entry(project, version, result.file(), answer.get());
            results.add(result.rememberedAs(entry.id()));
            entries.add(entry);
            count(project, answer.get());
        }
        if (!entries.isEmpty() && !log.append(entries)) {
            return answers.stream().map(Answered::result).toList();
        }
        if (watches.of(project).keepAudio()) {
            for (int i = 0; i < results.size(); i++) {
                keep(results.get(i), uploads.get(i));
            }
        }
        return results;
    }

    /** Counts a request that could not be answered at all. */
    void countFailure(String project, String code) {
        tallies.count(project, Kind.FAILED, code);
    }

    private LoggedPrediction entry(String project, int version, String file, Answer answer) {
        return new LoggedPrediction(
                UUID.randomUUID().toString(),
                project,
                version,
                "api",
                file,
                answer.label(),
                answer.probability(),
                answer.latencyMicros(),
                answer.durationSeconds(),
                Optional.of(answer.sound()),
                Optional.empty(),
                clock.instant());
    }

    private void count(String project, Answer answer) {
        tallies.count(project, Kind.LABEL, answer.label());
        tallies.count(project, Kind.CONFIDENCE, Tally.confidenceBin(answer.probability()));
        tallies.count(project, Kind.CONFIDENCE_SUM, "", Math.round(MILLIONTHS * answer.probability()));
        tallies.count(project, Kind.LATENCY, Tally.latencyBin(answer.latencyMicros()));
    }

    private void countRefusal(String project, FileResult result) {
        Problem problem = result.problem();
        if (problem != null) {
            boolean ours = HttpStatus.valueOf(problem.status()).is5xxServerError();
            tallies.count(project, ours ? Kind.FAILED : Kind.REFUSED, problem.code());
        }
    }

    private void keep(FileResult result, MultipartFile upload) {
        String id = result.id();
        try {
            if (id != null && !recordings.keep(id, upload.getBytes())) {
                LOG.atWarn().addKeyValue("prediction", id).log("no room to keep a recording");
            }
        } catch (IOException gone) {
            LOG.atWarn().addKeyValue("prediction", id).log("recording could not be read back");
        }
    }
}
