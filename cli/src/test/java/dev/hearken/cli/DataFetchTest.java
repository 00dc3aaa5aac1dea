package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFetchTest {
    @TempDir
    Path folder;

    @Test
    void aSetComesFromAServerWithItsLicence() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] archive = fsdd();
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/fsdd.zip";
        Path target = folder.resolve("digits");

        Called fetched = fetch("fsdd", "--url", url, "--to", target.toString());
        Called again = fetch("fsdd", "--url", url, "--to", target.toString());
        Called wrong = fetch(
                "speech-commands", "--url", url, "--to", target.resolve("sub").toString());
        server.stop(0);

        assertThat(fetched.err()).contains("0 of 0 MB");
        assertThat(fetched.out())
                .contains("no checksum is published for it", "CC BY-SA 4.0", "Jackson, Z.")
                .startsWith("Free Spoken Digit Dataset 1.0.10 is in " + target);
        assertThat(target.resolve("recordings/7_theo_12.wav")).exists();
        assertThat(again.err()).contains("FETCH_TARGET_EXISTS");
        assertThat(wrong.err()).contains("FETCH_WRONG_CHECKSUM");
        assertThat(wrong.exitCode()).isEqualTo(1);
    }

    @Test
    void withoutANameTheSetsAreListed() {
        assertThat(fetch().outLines()).anyMatch(line -> line.startsWith("esc50 ") && line.contains("CC BY-NC"));
        assertThat(fetch("--json").outLines()).allMatch(line -> line.contains("\"citation\""));
        assertThat(fetch("nothing").err()).contains("PUBLIC_SET_UNKNOWN", "librispeech-dev-clean");
    }

    private Called fetch(String... more) {
        List<String> words = new ArrayList<>(
                List.of("data", "fetch", "--home", folder.resolve("home").toString()));
        words.addAll(List.of(more));
        return Called.with(words.toArray(String[]::new));
    }

    private static byte[] fsdd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("free-spoken-digit-dataset-1.0.10/recordings/7_theo_12.wav"));
            zip.putNextEntry(new ZipEntry("free-spoken-digit-dataset-1.0.10/recordings/8_theo_12.wav"));
        }
        return bytes.toByteArray();
    }
}
