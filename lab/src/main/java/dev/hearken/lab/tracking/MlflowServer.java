package dev.hearken.lab.tracking;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An MLflow tracking server, through its official client.
 *
 * <p>Files go to the server's own artifact endpoint, since the client would call Python to send them
 * (https://mlflow.org/docs/latest/rest-api.html). Whatever fails, fails as an unchecked exception.
 */
final class MlflowServer {
    private static final String PROXY = "/api/2.0/mlflow-artifacts/artifacts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final Optional<String> authorization;
    private final MlflowClient client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * The server of {@code MLFLOW_TRACKING_URI}, with {@code MLFLOW_TRACKING_TOKEN} or {@code …_USERNAME} and {@code …_PASSWORD} where set.
     *
     * @throws IllegalArgumentException if the address is not one of the web
     */
    MlflowServer(Map<String, String> environment) {
        this.address = environment.getOrDefault("MLFLOW_TRACKING_URI", "").replaceAll("/+$", "");
        if (!address.matches("https?://.+")) {
            throw new IllegalArgumentException(
                    "MLFLOW_TRACKING_URI must begin with http:// or https://, got " + address);
        }
        String token = environment.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
        String user = environment.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
        String password = environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
        if (!token.isEmpty()) {
            authorization = Optional.of("Bearer " + token);
            client = new MlflowClient(new BasicMlflowHostCreds(address, token));
        } else if (!user.isEmpty()) {
            byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            authorization = Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
            client = new MlflowClient(new BasicMlflowHostCreds(address, user, password));
        } else {
            authorization = Optional.empty();
            client = new MlflowClient(new BasicMlflowHostCreds(address));
        }
    }

    MlflowClient client() {
        return client;
    }

    /** The id of the experiment of that name, which is made if need be. */
    String experiment(String name) {
        return experimentNamed(name).orElseGet(() -> {
            try {
                return client.createExperiment(name);
            } catch (MlflowHttpException madeMeanwhile) {
                return experimentNamed(name).orElseThrow(() -> madeMeanwhile);
            }
        });
    }

    /** Asking by name would do, but the client asks three times if there is none. */
    private Optional<String> experimentNamed(String name) {
        return client.searchExperiments("name = \"" + name + "\"").getItems().stream()
                .map(Service.Experiment::getExperimentId)
                .findFirst();
    }

    /** MLflow's id of the run with that tag, if there is one. */
    Optional<String> runWithTag(String experiment, String tag, String value) {
        String condition = "tags.`%s` = '%s'".formatted(tag, value);
        return client.searchRuns(List.of(experiment), condition, Service.ViewType.ACTIVE_ONLY, 1).getItems().stream()
                .map(run -> run.getInfo().getRunId())
                .findFirst();
    }

    /**
     * Puts a file among a run's artifacts.
     *
     * @param root the run's artifact URI: served by the server, or a folder both can see
     */
    void upload(String root, String name, Path file) throws IOException {
        URI uri = URI.create(root.replace(" ", "%20"));
        String scheme = uri.getScheme() == null ? "file" : uri.getScheme();
        switch (scheme) {
            case "mlflow-artifacts" -> put(URI.create(address + PROXY + uri.getRawPath() + "/" + encoded(name)), file);
            case "http", "https" -> put(URI.create(uri + "/" + encoded(name)), file);
            case "file" -> {
                Path target = Path.of(uri.getPath()).resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
            default ->
                throw new IllegalStateException("files for " + root
                        + " must go through the server: start it with --serve-artifacts and --artifacts-destination");
        }
    }

    /** Makes a folder of a run's artifacts the next version of a registered model. */
    void register(String model, String run, String source) {
        try {
            client.sendPost(
                    "registered-models/create",
                    JSON.createObjectNode().put("name", model).toString());
        } catch (MlflowHttpException refused) {
            if (!String.valueOf(refused.getBodyMessage()).contains("RESOURCE_ALREADY_EXISTS")) {
                throw refused;
            }
        }
        ObjectNode version = JSON.createObjectNode();
        version.put("name", model).put("source", source).put("run_id", run);
        client.sendPost("model-versions/create", version.toString());
    }

    private void put(URI target, Path file) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(PATIENCE).PUT(HttpRequest.BodyPublishers.ofFile(file));
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(target + " answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending " + file, interrupted);
        }
    }

    private static String encoded(String name) {
        return Arrays.stream(name.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
