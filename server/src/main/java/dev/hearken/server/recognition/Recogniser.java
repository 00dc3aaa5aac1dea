package dev.hearken.server.recognition;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Prediction;
import dev.hearken.server.models.LiveModel;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.Statuses;
import dev.hearken.server.recognition.Recognition.Answer;
import dev.hearken.server.recognition.Recognition.Answered;
import dev.hearken.store.monitoring.SoundFigures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** Answers one uploaded file with one model, on the caller's thread. */
final class Recogniser {
    private static final Logger LOG = LoggerFactory.getLogger(Recogniser.class);

    private static final long NANOS_A_MICRO = 1_000;

    private final LiveModel model;
    private final AudioReader reader;
    private final Semaphore processors;
    private final String path;

    /** Answers with this model when one of the processors is free; problems name this path. */
    Recogniser(LiveModel model, AudioReader reader, Semaphore processors, String path) {
        this.model = model;
        this.reader = reader;
        this.processors = processors;
        this.path = path;
    }

    Answered recognise(MultipartFile upload) {
        processors.acquireUninterruptibly();
        try {
            return recogniseNow(upload);
        } finally {
            processors.release();
        }
    }

    private Answered recogniseNow(MultipartFile upload) {
        String name = name(upload);
        long start = System.nanoTime();
        try (InputStream bytes = upload.getInputStream()) {
            var decoding = reader.read(bytes);
            if (decoding instanceof Rejected rejected) {
                return refuse(
                        name, Statuses.of(rejected.reason()), rejected.reason().name(), rejected.detail());
            }
            Waveform waveform = ((Decoded) decoding).waveform();
            Prediction prediction = model.classifier().classify(waveform);
            long nanos = System.nanoTime() - start;
            FileResult result =
                    FileResult.answered(name, prediction, nanos, model.version().number());
            Answer answer = new Answer(
                    prediction.label().name(),
                    prediction.probability(),
                    nanos / NANOS_A_MICRO,
                    waveform.durationSeconds(),
                    SoundFigures.of(waveform));
            return new Answered(result, Optional.of(answer));
        } catch (IOException e) {
            return refuse(name, HttpStatus.INTERNAL_SERVER_ERROR, "UNREADABLE", "the upload could not be read back");
        } catch (HearkenException e) {
            LOG.atError().setCause(e).addKeyValue("code", e.code()).log("recognition failed");
            return refuse(name, HttpStatus.INTERNAL_SERVER_ERROR, e.code(), "the model failed on this recording");
        }
    }

    private Answered refuse(String name, HttpStatus status, String code, String detail) {
        return new Answered(FileResult.refused(name, Problem.of(status, code, detail, path)), Optional.empty());
    }

    /** The name without any folders a browser may have sent. */
    private static String name(MultipartFile upload) {
        String sent = upload.getOriginalFilename();
        if (sent == null || sent.isBlank()) {
            return upload.getName();
        }
        return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    }
}
