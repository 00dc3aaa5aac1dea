package dev.hearken.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    @TempDir
    private Path folder;

    private Report report() throws IOException {
        return Tones.report(Tones.writeTo(folder.resolve("tones")));
    }

    @Test
    void theJsonHasEveryFigureWithItsDenominator() throws IOException {
        JsonNode json = report().toJson();

        assertThat(json.at("/evaluation/n").asInt()).isEqualTo(24);
        assertThat(json.at("/evaluation/correct").asInt()).isEqualTo(23);
        assertThat(json.at("/data/labels")).hasSize(2);
        assertThat(json.at("/data/labels/0/clips").asInt()).isEqualTo(12);
        assertThat(json.at("/data/seconds").asDouble()).isCloseTo(24 * 0.6, within(1e-9));
        assertThat(json.at("/data/audit/splits")).isNotEmpty();
        assertThat(json.at("/training/0/epochs/1/validation_loss").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/curves").findValuesAsString("label")).containsExactly(Tones.LOW, Tones.HIGH, "all labels");
        assertThat(json.at("/curves/2/positives").asInt()).isEqualTo(24);
        assertThat(json.at("/certainty")).hasSize(20);
        assertThat(json.at("/quartiles/0/measure").asString()).isEqualTo("duration");
        assertThat(json.at("/cost/median_ms").asDouble()).isEqualTo(0.5);
    }

    @Test
    void theOneErrorIsShownToTheEyeAndTheEar() throws IOException {
        Report report = report();
        assertThat(report.toJson().at("/errors")).hasSize(1);
        assertThat(report.toJson().at("/errors/0/answer").asString()).isEqualTo(Tones.LOW);

        byte[] sound = dataOf("audio/wav", report);
        assertThat(AudioReader.standard().read(sound)).isInstanceOfSatisfying(Decoded.class, decoded -> {
            assertThat(decoded.waveform().sampleRateHz()).isEqualTo(16_000);
            assertThat(decoded.waveform().durationSeconds()).isCloseTo(0.5, within(1e-3));
        });
        // 25 ms windows each 10 ms on half a second are 48 frames; 40 bands.
        assertThat(ImageIO.read(new ByteArrayInputStream(dataOf("image/png", report))))
                .satisfies(picture -> assertThat(picture.getHeight()).isEqualTo(40))
                .satisfies(picture -> assertThat(picture.getWidth()).isBetween(46, 49));
    }

    @Test
    void whatAUserNamedIsTextAndNothingElse() throws IOException {
        String page = report().toHtml();

        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;b&gt;")
                .contains("high &amp; &quot;clear&quot;")
                .contains("\\u003cscript>alert");
    }

    @Test
    void nothingIsFetchedFromAnywhere() throws IOException {
        String page = report().toHtml();

        assertThat(page).contains("default-src 'none'");
        assertThat(Pattern.compile("(src|href|poster|srcset)=\"(?!data:)")
                        .matcher(withoutScripts(page))
                        .results())
                .isEmpty();
        assertThat(withoutScripts(page))
                .doesNotContain("url(")
                .doesNotContain("@import")
                .doesNotContain("://");
    }

    @Test
    void thePageSaysWhatThePicturesShow() throws IOException {
        assertThat(report().toHtml())
                .contains("23 of 24 test clips answered right")
                .contains("1 of its 12 clips")
                .contains("Of 4 groups, ")
                .contains("The loss on clips set aside was least at epoch 2 of 2: 0.4000")
                .contains("Not meant for");
    }

    @Test
    void withoutTestClipsThePageSaysThatNothingIsMeasured() throws IOException {
        Report report = report();
        Report unmeasured = new Report(report.card(), report.data(), List.of(), Optional.empty(), Optional.empty());

        assertThat(unmeasured.toHtml()).contains("Nothing was measured").doesNotContain("Confusion matrix");
        assertThat(unmeasured.toJson().has("evaluation")).isFalse();
    }

    @Test
    void bothFilesAreWrittenIntoAFolderThatIsMade() throws IOException {
        Path out = folder.resolve("a/b");
        Report report = report();
        report.write(out);

        assertThat(Files.readString(out.resolve("report.html"))).startsWith("<!doctype html>");
        assertThat(new JsonMapper().readTree(out.resolve("report.json")))
                .isEqualTo(new JsonMapper().readTree(report.toJson().toString()));
    }

    private static byte[] dataOf(String type, Report report) {
        Matcher found = Pattern.compile("data:" + type + ";base64,([^\"]+)").matcher(report.toHtml());
        assertThat(found.find()).isTrue();
        return Base64.getDecoder().decode(found.group(1));
    }

    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script.*?</script>", "");
    }
}
