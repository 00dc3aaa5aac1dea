package dev.hearken.lab.synthesis;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A voice of the user's account at {@link ElevenLabs}. It cannot change its pitch. */
record ElevenLabsVoice(ElevenLabs service, ElevenLabs.Listed listed) implements Voice {
    static final String ENGINE = "elevenlabs";

    /** The user's key, under the service's own name for it or ours. */
    static final List<String> KEY_VARIABLES = List.of("HEARKEN_ELEVENLABS_API_KEY", "ELEVENLABS_API_KEY");

    /** Another address that answers alike, such as a proxy. */
    static final String ADDRESS_VARIABLE = "HEARKEN_ELEVENLABS_URL";

    private static final String ADDRESS = "https://api.elevenlabs.io/";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** The voices of the account whose key is set; none without a key, or if the service does not answer. */
    static List<Voice> installed(VoiceSearch search) {
        return KEY_VARIABLES.stream()
                .flatMap(name -> Stream.ofNullable(search.environment().get(name)))
                .filter(key -> !key.isBlank())
                .findFirst()
                .map(key -> new ElevenLabs(
                        HttpClient.newBuilder().connectTimeout(search.timeout()).build(),
                        URI.create(search.environment().getOrDefault(ADDRESS_VARIABLE, ADDRESS)),
                        key,
                        search.timeout(),
                        FIRST_PAUSE))
                .map(service -> voices(service, search.language()))
                .orElse(List.of());
    }

    static List<Voice> voices(ElevenLabs service, Language language) {
        return service.voices().stream()
                .<Voice>map(listed -> new ElevenLabsVoice(service, listed))
                .filter(voice -> language.covers(voice.language()))
                .toList();
    }

    @Override
    public String id() {
        return ENGINE + "/" + listed.id();
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String engineVersion() {
        return ElevenLabs.MODEL;
    }

    @Override
    public String licence() {
        return "ElevenLabs terms of service, by the plan of the key's account";
    }

    @Override
    public String language() {
        return listed.language();
    }

    @Override
    public String speaker() {
        return ENGINE + "/" + (listed.name().isEmpty() ? listed.id() : listed.name());
    }

    @Override
    public Speech speak(Utterance utterance) {
        return service.speak(listed.id(), utterance);
    }
}
