package dev.hearken.server.clips;

import dev.hearken.server.problems.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: a clip or a problem, never both.
 *
 * @param file the name it was sent under, with its folders
 */
@Schema(name = "UploadedClip", description = "The clip that was made of a file, or a problem in its place.")
record UploadedClip(
        @Schema(example = "yes/ann/1.wav") String file,
        @Nullable ClipView clip,
        @Nullable Problem problem) {

    /**
     * What became of all files, in the order they were sent.
     *
     * @param added how many became clips
     * @param failed how many did not
     */
    @Schema(name = "UploadedClips")
    record UploadResult(int total, int added, int failed, List<UploadedClip> results) {
        static UploadResult of(List<UploadedClip> results) {
            int added = (int)
                    results.stream().filter(result -> result.problem() == null).count();
            return new UploadResult(results.size(), added, results.size() - added, results);
        }
    }
}
