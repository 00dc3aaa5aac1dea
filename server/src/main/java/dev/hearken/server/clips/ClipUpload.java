package dev.hearken.server.clips;

import dev.hearken.server.UploadLimits;
import dev.hearken.server.problems.Problem;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.server.problems.Statuses;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** Takes in the files of one request, for one project. */
final class ClipUpload {
    private final ProjectClips clips;
    private final String project;
    private final ClipFacts told;
    private final String path;
    private final UploadLimits limits;
    private final List<UploadedClip> results = new ArrayList<>();

    /** What is {@code told} holds for every file, whatever its folders say; problems name this path. */
    ClipUpload(ProjectClips clips, String project, ClipFacts told, String path, UploadLimits limits) {
        this.clips = clips;
        this.project = project;
        this.told = told;
        this.path = path;
        this.limits = limits;
    }

    /** Takes a file, or all files of an archive. */
    void take(MultipartFile upload) {
        try {
            if (ZipUpload.recognises(upload)) {
                new ZipUpload(upload, limits).forEach(this::take);
            } else {
                String sent = upload.getOriginalFilename();
                take(SentName.parse(sent == null || sent.isBlank() ? upload.getName() : sent), upload.getBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What became of each file so far. */
    List<UploadedClip> results() {
        return results;
    }

    private void take(SentName name, byte[] file) {
        results.add(result(name.toString(), clips.add(project, name.file(), file, told.or(name.facts()))));
    }

    private UploadedClip result(String name, Intake intake) {
        if (intake instanceof Intake.Added added) {
            return new UploadedClip(name, ClipView.of(added.clip()), null);
        }
        if (intake instanceof Intake.Refused refused) {
            return new UploadedClip(
                    name,
                    null,
                    Problem.of(Statuses.of(refused.reason()), refused.reason().name(), refused.detail(), path));
        }
        return new UploadedClip(name, null, duplicate((Intake.Duplicate) intake));
    }

    private Problem duplicate(Intake.Duplicate duplicate) {
        ProjectClip there = duplicate.clip();
        String detail = "%s as clip %d, %s"
                .formatted(
                        duplicate.sameFile() ? "the same file is there" : "the same sound is there in another file",
                        there.number(),
                        there.facts().label().map(label -> "labelled " + label).orElse("without a label"));
        return Problem.of(HttpStatus.CONFLICT, duplicate.sameFile() ? "DUPLICATE" : "DUPLICATE_SOUND", detail, path);
    }

    /** There must be something to take. */
    static void requireSome(List<MultipartFile> uploads) {
        if (uploads.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "NO_FILE",
                    "send each recording, or zip archive of recordings, as a multipart part named \"file\" or"
                            + " \"files\"");
        }
    }
}
