package dev.hearken.server.phrases;

import dev.hearken.server.ServerSettings;
import dev.hearken.server.SpeechDesk.SpeakingVoice;
import dev.hearken.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who can say a phrase, and how it sounds. */
@RestController
@RequestMapping("/api/v1/voices")
@Tag(name = "phrases")
class VoicesController {
    private static final int LONGEST_TEXT = 200;

    /** A voice takes a core while it speaks: more at once would take them from those who ask for predictions. */
    private static final int AT_ONCE = 2;

    private final ServerSettings settings;
    private final Semaphore speaking = new Semaphore(AT_ONCE);

    VoicesController(ServerSettings settings) {
        this.settings = settings;
    }

    /** A text to be said. */
    @Schema(name = "Utterance")
    record Utterance(
            @Schema(example = "flite/slt") @Nullable String voice,
            @Schema(example = "hey computer") @Nullable String text) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the voices of this server's machine")
    List<SpeakingVoice> listVoices(@RequestParam(defaultValue = "en") String language) {
        return settings.speech().voices(language);
    }

    @PostMapping(path = "/say", consumes = MediaType.APPLICATION_JSON_VALUE, produces = "audio/wav")
    @Operation(
            summary = "Hear a voice say a text",
            description = "Of 200 characters at most. 429 `VOICES_BUSY` if others speak.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "audio/wav", schema = @Schema(types = "string", format = "binary")))
    byte[] say(@RequestBody Utterance wanted) {
        String text = wanted.text() == null ? "" : wanted.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT || wanted.voice() == null) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID",
                    "a voice and 1 to %d characters are wanted".formatted(LONGEST_TEXT));
        }
        if (!speaking.tryAcquire()) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS, "VOICES_BUSY", "the voices are speaking; ask again in a moment");
        }
        try {
            return settings.speech().say(wanted.voice(), text);
        } finally {
            speaking.release();
        }
    }
}
