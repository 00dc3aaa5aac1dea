package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** People at work on one project all at once, who note what was acknowledged and take a server that is gone for granted. */
final class Team {
    static final String PROJECT = "/api/v1/projects/tones";
    private static final String TRAINING =
            "{\"kind\":\"train\",\"settings\":{\"network\":\"dscnn-s\",\"training.epochs\":\"4\",\"augmentation.room\":\"0\"}}";
    private static final int PAUSE_MILLIS = 20;

    private final Api api;
    private final Acknowledged acknowledged;
    private final List<Thread> members = new ArrayList<>();
    private final List<Throwable> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger nextTone = new AtomicInteger();
    private volatile boolean over;

    private Team(Api api, Acknowledged acknowledged) {
        this.api = api;
        this.acknowledged = acknowledged;
    }

    private interface Deed {
        void once() throws IOException, InterruptedException;
    }

    /** A project with clips in it, and a team at work on it. */
    static Team atWork(URI server, Acknowledged acknowledged) throws IOException, InterruptedException {
        Team team = new Team(new Api(server), acknowledged);
        team.api.send("POST", "/api/v1/projects", "{\"name\":\"tones\",\"recipe\":\"custom\"}");
        for (int i = 0; i < 30; i++) {
            team.upload();
        }
        team.member(team::upload);
        team.member(team::label);
        team.member(team::predict);
        team.member(team::train);
        team.member(team::lookAtModel);
        team.members.forEach(Thread::start);
        return team;
    }

    /** What nobody should have seen, such as half a model. */
    List<Throwable> complaints() {
        return complaints;
    }

    /** Has everybody go home; when this returns, nobody is at work. */
    void goHome() throws InterruptedException {
        over = true;
        for (Thread member : members) {
            member.join();
        }
    }

    private void member(Deed deed) {
        members.add(new Thread(() -> {
            while (!over) {
                try {
                    deed.once();
                    acknowledged.done.incrementAndGet();
                    Thread.sleep(PAUSE_MILLIS);
                } catch (IOException dead) {
                    acknowledged.notDone.incrementAndGet();
                    pause();
                } catch (InterruptedException stopped) {
                    return;
                } catch (AssertionError | RuntimeException wrong) {
                    complaints.add(wrong);
                    return;
                }
            }
        }));
    }

    private static void pause() {
        try {
            Thread.sleep(10 * PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void upload() throws IOException, InterruptedException {
        int tone = nextTone.getAndIncrement();
        JsonNode clip = api.upload(
                        PROJECT + "/clips",
                        tone + ".wav",
                        Tones.wav(tone),
                        Map.of("label", Tones.label(tone), "speaker", Tones.speaker(tone)))
                .at("/results/0/clip");
        int number = clip.get("number").intValue();
        acknowledged.tones.put(number, tone);
        acknowledged.labels.put(number, Set.of(Tones.label(tone)));
    }

    /** One person labels, so the last acknowledged label is the right one; what was not answered is asked for again some time. */
    private void label() throws IOException, InterruptedException {
        List<Integer> numbers = List.copyOf(acknowledged.tones.keySet());
        int number = numbers.get(new SplittableRandom().nextInt(numbers.size()));
        String after = Set.of("low").equals(acknowledged.labels.get(number)) ? "high" : "low";
        acknowledged.labels.put(number, Set.of("low", "high"));
        api.send("PATCH", PROJECT + "/clips", "{\"clips\":[%d],\"label\":\"%s\"}".formatted(number, after));
        acknowledged.labels.put(number, Set.of(after));
    }

    private void predict() throws IOException, InterruptedException {
        String project = "/api/v1/projects/digits";
        String id = api.upload(project + "/predictions", "tone.wav", Tones.wav(1), Map.of())
                .at("/results/0/id")
                .stringValue();
        acknowledged.predictions.add(id);
        acknowledged.feedback.add(api.upload(
                        project + "/feedback", "", new byte[0], Map.of("kind", "label", "label", "7", "prediction", id))
                .get("id")
                .stringValue());
    }

    /** The next training is asked for when the last is over. */
    private void train() throws IOException, InterruptedException {
        boolean busy = api.get(PROJECT + "/jobs?limit=1")
                .get("jobs")
                .valueStream()
                .anyMatch(job ->
                        List.of("queued", "running").contains(job.get("state").stringValue()));
        if (!busy) {
            acknowledged.jobs.add(
                    api.send("POST", PROJECT + "/jobs", TRAINING).get("id").stringValue());
        }
        pause();
    }

    /** Whatever version is to be seen is whole. */
    private void lookAtModel() throws IOException, InterruptedException {
        for (JsonNode version : api.get(PROJECT + "/versions")) {
            byte[] model =
                    api.bytes(PROJECT + "/versions/" + version.get("number").intValue() + "/model");
            assertThat(ModelFile.parse(model).digest())
                    .isEqualTo(version.get("sha256").stringValue());
        }
        pause();
    }
}
