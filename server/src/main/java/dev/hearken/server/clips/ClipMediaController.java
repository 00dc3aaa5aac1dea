package dev.hearken.server.clips;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A recording to hear and to see. Its sound never changes, so what is answered may be kept. */
@RestController
@RequestMapping("/api/v1/projects/{project}/clips/{number}")
@Tag(name = "clips")
class ClipMediaController {
    /** What is looked at of a long recording: three thousand frames, wider than any screen. */
    private static final double SEEN_SECONDS = 30;

    private static final int MOST_PEAKS = 10_000;

    private final ProjectClips clips;
    private final AudioReader reader;

    ClipMediaController(ProjectClips clips, ServerSettings settings) {
        this.clips = clips;
        this.reader = settings.uploads().reader();
    }

    @GetMapping("/audio")
    @Operation(summary = "Hear a recording", description = "The file as it came. Ranges may be asked for.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "audio/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> clipAudio(@PathVariable String project, @PathVariable int number) {
        ProjectClip clip = require(project, number);
        String container = clip.sound().format().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String type = container.equals("mp3") ? "mpeg" : container;
        return kept(clip).contentType(new MediaType("audio", type)).body(new ByteArrayResource(clips.file(clip)));
    }

    @GetMapping(path = "/peaks", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The outline of a recording")
    ResponseEntity<Peaks> clipPeaks(
            @PathVariable String project,
            @PathVariable int number,
            @Parameter(description = "How many stretches at most, 1 to 10,000.") @RequestParam(defaultValue = "800")
                    int points) {
        if (points < 1 || points > MOST_PEAKS) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID",
                    "points must be from 1 to %d, got %d".formatted(MOST_PEAKS, points));
        }
        ProjectClip clip = require(project, number);
        return kept(clip).body(Peaks.of(sound(clip), points));
    }

    @GetMapping(path = "/features", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What is seen in a recording", description = "Of its first 30 seconds, at 16 kHz.")
    ResponseEntity<FeatureTable> clipFeatures(
            @PathVariable String project,
            @PathVariable int number,
            @Parameter(schema = @Schema(allowableValues = {"log-mel", "mfcc"})) @RequestParam(defaultValue = "log-mel")
                    String kind) {
        FeatureKind wanted = FeatureKind.parse(kind);
        ProjectClip clip = require(project, number);
        return kept(clip).body(FeatureTable.of(wanted, extract(clip, wanted)));
    }

    @GetMapping(path = "/features.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(
            summary = "A picture of what is seen in a recording",
            description = "One pixel a frame and channel, time to the right; the first 30 seconds.")
    ResponseEntity<byte[]> clipPicture(
            @PathVariable String project,
            @PathVariable int number,
            @Parameter(schema = @Schema(allowableValues = {"log-mel", "mfcc"})) @RequestParam(defaultValue = "log-mel")
                    String kind) {
        FeatureKind wanted = FeatureKind.parse(kind);
        ProjectClip clip = require(project, number);
        return kept(clip).contentType(MediaType.IMAGE_PNG).body(FeaturePicture.png(extract(clip, wanted)));
    }

    private Features extract(ProjectClip clip, FeatureKind kind) {
        int rate = kind.frontEnd().sampleRateHz();
        Waveform heard = sound(clip);
        int most = (int) Math.min(heard.length(), Math.round(SEEN_SECONDS * heard.sampleRateHz()));
        Waveform resampled = Resampler.resample(heard.window(0, most), rate);
        int least = kind.frontEnd().grid().windowSamples();
        try (FeatureExtractor extractor = FeatureExtractor.of(kind.frontEnd())) {
            return extractor.extract(resampled.length() < least ? resampled.window(0, least) : resampled);
        }
    }

    private Waveform sound(ProjectClip clip) {
        if (reader.read(clips.file(clip)) instanceof Decoded decoded) {
            return decoded.waveform();
        }
        throw new StoreException(StoreError.NOT_FOUND, "clip " + clip.number() + " is no recording any more");
    }

    private ProjectClip require(String project, int number) {
        return clips.find(project, number).orElseThrow(() -> ProblemException.noClip(project, number));
    }

    private static ResponseEntity.BodyBuilder kept(ProjectClip clip) {
        return ResponseEntity.ok()
                .eTag(clip.sha256())
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate());
    }
}
