package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClipsTest {
    private static final byte[] TEXT = "this is no recording at all, only words".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @TempDir
    static Path directory;

    private static RunningServer running;

    private String project = "";
    private String path = "";

    @BeforeAll
    static void start() {
        running = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void makeProject() {
        project = "clips-" + PROJECTS.incrementAndGet();
        path = "/api/v1/projects/" + project + "/clips";
        running.client
                .send("POST", "/api/v1/projects", "{\"name\":\"%s\",\"recipe\":\"loudness\"}".formatted(project))
                .is(201);
    }

    @Test
    void aRecordingIsTakenWithWhatIsToldAndMeasured() {
        JsonNode answer = running.client
                .upload(path, Client.file("loud.wav", Recordings.constant(0.5f)), Client.field("label", "loud"))
                .is(200)
                .json();

        assertThat(answer.get("added").intValue()).isEqualTo(1);
        JsonNode clip = answer.get("results").get(0).get("clip");
        assertThat(clip.get("number").intValue()).isEqualTo(1);
        assertThat(clip.get("label").stringValue()).isEqualTo("loud");
        assertThat(clip.get("duration_seconds").doubleValue()).isEqualTo(1);
        assertThat(clip.get("warnings").isEmpty()).isTrue();
        assertThat(running.client.get(path + "/1").is(200).json()).isEqualTo(clip);
        assertThat(running.client.get(path + "/1/audio").is(200).response().body())
                .isEqualTo(Recordings.constant(0.5f));
    }

    @Test
    void foldersTellLabelAndSpeakerInNamesAndInArchives() throws IOException {
        upload("yes/ann/1.wav", 0.1f);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("set/no/bob/2.wav", Recordings.constant(0.2f));
        files.put("set/yes/bob/3.wav", Recordings.constant(0.3f));
        running.client.upload(path, Client.file("set.zip", zip(files))).is(200);

        JsonNode clips = running.client.get(path + "?speaker=bob").json();
        assertThat(clips.get("total").intValue()).isEqualTo(2);
        assertThat(clips.get("clips")
                        .valueStream()
                        .map(clip -> clip.get("label").stringValue()))
                .containsExactly("no", "yes");
        assertThat(running.client
                        .get(path + "?label=yes&limit=1&offset=1")
                        .json()
                        .get("clips")
                        .get(0)
                        .get("number")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void whatIsNoRecordingOrThereAlreadyHasAProblemInItsPlace() {
        upload("a.wav", 0.5f);
        JsonNode answer = running.client
                .upload(
                        path,
                        Client.file("b.wav", TEXT),
                        Client.file("c.wav", Recordings.constant(0.5f)),
                        Client.file("d.wav", Recordings.constant(0.25f)))
                .is(200)
                .json();
        assertThat(answer.get("added").intValue()).isEqualTo(1);
        assertThat(answer.get("failed").intValue()).isEqualTo(2);
        assertThat(answer.at("/results/0/problem/code").stringValue()).isEqualTo("NOT_AUDIO");
        assertThat(answer.at("/results/1/problem/code").stringValue()).isEqualTo("DUPLICATE");
        running.client.upload(path, Client.file("e.wav", TEXT)).isProblem(415, "NOT_AUDIO");
        running.client
                .upload(path, Client.file("f.wav", Recordings.constant(0.5f)))
                .isProblem(409, "DUPLICATE");
    }

    @Test
    void anArchiveThatLeadsOutOfItsFolderIsRefusedWhole() throws IOException {
        for (String name : new String[] {"../../etc/a.wav", "/etc/a.wav", "C:\\a.wav", "yes\\..\\..\\a.wav"}) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("yes/good.wav", Recordings.constant(0.5f));
            files.put(name, Recordings.constant(0.25f));
            running.client.upload(path, Client.file("set.zip", zip(files))).isProblem(422, "UNSAFE_PATH");
        }
        running.client
                .upload(path, Client.file("../../a.wav", Recordings.constant(0.5f)))
                .isProblem(422, "UNSAFE_PATH");
        assertThat(total()).isZero();
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedWhole() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("yes/good.wav", Recordings.constant(0.5f));
        for (int i = 0; i < 12; i++) {
            files.put("yes/zeros-" + i, new byte[48 << 20]);
        }
        byte[] bomb = zip(files);
        assertThat(bomb.length).isLessThan(1 << 20);
        running.client.upload(path, Client.file("bomb.zip", bomb)).isProblem(413, "ARCHIVE_TOO_LARGE");
        assertThat(total()).isZero();
    }

    @Test
    void aBrokenArchiveIsRefused() throws IOException {
        byte[] whole = zip(Map.of("yes/a.wav", Recordings.constant(0.5f)));
        running.client
                .upload(path, Client.file("set.zip", Arrays.copyOf(whole, whole.length / 4)))
                .isProblem(422, "ARCHIVE_MALFORMED");
        assertThat(total()).isZero();
    }

    @Test
    void clipsAreRelabelledExcludedDeletedAndTakenBackManyAtATime() {
        upload("loud/1.wav", 0.1f);
        upload("loud/2.wav", 0.2f);
        edit("{\"clips\":[1,2],\"label\":\"quiet\",\"excluded\":true}").is(200);
        assertThat(running.client.get(path + "/2").json().get("label").stringValue())
                .isEqualTo("quiet");
        edit("{\"clips\":[1,2],\"deleted\":true}").is(200);
        assertThat(total()).isZero();
        edit("{\"clips\":[2],\"deleted\":false}").is(200);
        assertThat(total()).isEqualTo(1);
        assertThat(running.client
                        .send("DELETE", path + "/2", "")
                        .is(200)
                        .json()
                        .get("deleted")
                        .booleanValue())
                .isTrue();

        edit("{\"clips\":[1,99],\"label\":\"x\"}").isProblem(404, "NOT_FOUND");
        edit("{\"clips\":[],\"label\":\"x\"}").isProblem(422, "INVALID");
        edit("{\"clips\":[1],\"label\":\"\"}").isProblem(422, "INVALID");
        edit("not json").isProblem(400, "BAD_JSON");
    }

    @Test
    void aClipCanBeHeardInPartsAndSeen() throws IOException {
        upload("loud/1.wav", 0.5f);
        Answer part = running.client.get(path + "/1/audio", "Range", "bytes=0-3");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("RIFF");

        JsonNode peaks = running.client.get(path + "/1/peaks?points=10").is(200).json();
        assertThat(peaks.get("max").size()).isEqualTo(10);
        assertThat(peaks.get("max").get(3).floatValue()).isEqualTo(0.5f);

        JsonNode features =
                running.client.get(path + "/1/features?kind=mfcc").is(200).json();
        assertThat(features.get("values").size())
                .isEqualTo(features.get("frames").intValue());
        assertThat(features.get("values").get(0).size())
                .isEqualTo(features.get("channels").intValue());

        Answer picture = running.client.get(path + "/1/features.png").is(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.response().body()))
                        .getHeight())
                .isEqualTo(40);
        running.client.get(path + "/1/features?kind=aura").isProblem(422, "INVALID");
        running.client.get(path + "/7/audio").isProblem(404, "CLIP_NOT_FOUND");
        running.client.get(path + "/x").isProblem(400, "BAD_PARAMETER");
    }

    @Test
    void theDatasetIsSummedUpWithWhatStandsBetweenItAndAnHonestFigure() {
        upload("loud/ann/1.wav", 0.5f);
        upload("quiet/ann/2.wav", 0.1f);
        upload("3.wav", 0.2f);
        JsonNode dataset = running.client
                .get("/api/v1/projects/" + project + "/dataset")
                .is(200)
                .json();
        assertThat(dataset.get("clips").intValue()).isEqualTo(2);
        assertThat(dataset.get("unlabelled").intValue()).isEqualTo(1);
        assertThat(dataset.get("labels").get(0).get("label").stringValue()).isEqualTo("loud");
        assertThat(dataset.at("/audit/findings")
                        .valueStream()
                        .map(finding -> finding.get("code").stringValue()))
                .containsExactly("FEW_CLIPS", "FEW_CLIPS");
    }

    @Test
    void labelledClipsLieOnAMapAndTheirFeaturesAreSpreadOverTheLabels() {
        running.client.get("/api/v1/projects/" + project + "/dataset/map").isProblem(409, "NO_LABELLED_CLIPS");
        upload("loud/ann/1.wav", 0.5f);
        upload("quiet/ann/2.wav", 0.1f);
        JsonNode map = running.client
                .get("/api/v1/projects/" + project + "/dataset/map")
                .is(200)
                .json();
        assertThat(map.get("of").intValue()).isEqualTo(2);
        assertThat(map.at("/points/1/label").stringValue()).isEqualTo("quiet");
        assertThat(map.at("/points/1/oddness").doubleValue())
                .as("its only neighbour has another label")
                .isEqualTo(1);

        JsonNode features = running.client
                .get("/api/v1/projects/" + project + "/dataset/features")
                .is(200)
                .json();
        assertThat(features.size()).isEqualTo(30);
        assertThat(features.valueStream()
                        .filter(one -> one.get("name").stringValue().equals("rms"))
                        .findFirst())
                .hasValueSatisfying(rms -> assertThat(rms.at("/labels/0/median").doubleValue())
                        .isGreaterThan(rms.at("/labels/1/median").doubleValue()));
    }

    @Test
    void aPageBeyondTheLimitsIsRefused() {
        running.client.get(path + "?limit=1001").isProblem(422, "INVALID");
        running.client.get(path + "?offset=-1").isProblem(422, "INVALID");
        running.client.get(path + "?part=both").isProblem(422, "INVALID");
        running.client.get("/api/v1/projects/nobody/clips").isProblem(404, "PROJECT_NOT_FOUND");
    }

    private Answer edit(String json) {
        return running.client.send("PATCH", path, json);
    }

    private void upload(String name, float value) {
        running.client
                .upload(path, Client.file(name, Recordings.constant(value)))
                .is(200);
    }

    private int total() {
        return running.client.get(path).json().get("total").intValue();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
