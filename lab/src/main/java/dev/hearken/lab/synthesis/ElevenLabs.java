package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ElevenLabs service (elevenlabs.io/docs/api-reference), which costs its user money: asked only where a key is set.
 *
 * <p>Where it asks for patience (429) or fails on its side (5xx) it is asked again, after twice as long each time; a key or text it
 * refuses is not tried again.
 *
 * @param address of the service, or of one that answers alike
 * @param key the user's, never shown
 * @param timeout of one call
 * @param firstPause before the second attempt, unless the service names one
 */
record ElevenLabs(HttpClient http, URI address, String key, Duration timeout, Duration firstPause) {
    static final int SAMPLE_RATE_HZ = 16_000;
    static final String MODEL = "eleven_multilingual_v2";

    private static final int ATTEMPTS = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;

    /** What the service takes: a little slower or faster than usual. */
    private static final double SLOWEST = 0.7;

    private static final double FASTEST = 1.2;
    private static final int MOST_DETAIL = 200;

    private static final JsonMapper JSON = new JsonMapper();

    /** What became of a call. */
    private sealed interface Answer permits Received, Refused {}

    private record Received(HttpResponse<byte[]> response) implements Answer {}

    private record Refused(Skipped skipped) implements Answer {}

    /** A voice of the user's account. */
    record Listed(String id, String name, String language) {}

    /** The voices of the user's account; none if the service does not tell. */
    List<Listed> voices() {
        if (!(call(request("v1/voices").GET().build()) instanceof Received received)) {
            return List.of();
        }
        try {
            return JSON.readTree(received.response.body())
                    .path("voices")
                    .valueStream()
                    .map(voice -> new Listed(
                            voice.required("voice_id").stringValue(),
                            voice.path("name").asString(""),
                            voice.path("labels").path("language").asString("en")))
                    .toList();
        } catch (JacksonException garbage) {
            return List.of();
        }
    }

    Speech speak(String voice, Utterance utterance) {
        ObjectNode body = JSON.createObjectNode().put("text", utterance.text()).put("model_id", MODEL);
        // The same words in the same way should sound the same.
        body.put("seed", Integer.toUnsignedLong(utterance.hashCode()));
        body.putObject("voice_settings").put("speed", Math.max(SLOWEST, Math.min(FASTEST, utterance.rate())));
        HttpRequest request = request("v1/text-to-speech/" + voice + "?output_format=pcm_" + SAMPLE_RATE_HZ)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        Answer answer = call(request);
        return answer instanceof Received received ? speech(received.response.body()) : ((Refused) answer).skipped;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(timeout).header("xi-api-key", key);
    }

    private Answer call(HttpRequest request) {
        Duration pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                int status = response.statusCode();
                if (status == 200) {
                    return new Received(response);
                }
                boolean mayPass = status == TOO_MANY_REQUESTS || status >= 500;
                if (!mayPass || attempt == ATTEMPTS) {
                    return refused(status, response.body());
                }
                Thread.sleep(asked(response, pause).toMillis());
                pause = pause.multipliedBy(2);
            } catch (HttpTimeoutException late) {
                return new Refused(new Skipped(SkipReason.TIMED_OUT, "no answer after " + timeout.toMillis() + " ms"));
            } catch (IOException unreachable) {
                return new Refused(new Skipped(SkipReason.FAILED, "cannot be reached: " + unreachable));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new Refused(new Skipped(SkipReason.INTERRUPTED, "interrupted"));
            }
        }
    }

    private static Duration asked(HttpResponse<?> response, Duration otherwise) {
        OptionalLong seconds = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
        Duration pause = seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : otherwise;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Refused refused(int status, byte[] body) {
        String said = new String(body, StandardCharsets.UTF_8).strip();
        return new Refused(new Skipped(
                status == 401 || status == 403 ? SkipReason.REFUSED : SkipReason.FAILED,
                "answered " + status + ": " + said.substring(0, Math.min(MOST_DETAIL, said.length()))));
    }

    /** 16-bit samples, little-endian, and nothing around them; a text or picture would be noise, so it is looked at first. */
    private static Speech speech(byte[] pcm) {
        if (pcm.length % 2 != 0 || looksLikeText(pcm)) {
            return new Skipped(SkipReason.UNREADABLE_AUDIO, pcm.length + " bytes that are not 16-bit samples");
        }
        float[] samples = new float[pcm.length / 2];
        ByteBuffer bytes = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort() * 0x1p-15f;
        }
        Waveform waveform = Waveform.of(samples, SAMPLE_RATE_HZ);
        return SilenceTrim.isSilent(waveform)
                ? new Skipped(SkipReason.SILENT, waveform + " without speech")
                : new Spoken(waveform);
    }

    private static boolean looksLikeText(byte[] bytes) {
        for (byte each : bytes) {
            if (each < '\t' || each == 0x7f) {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
