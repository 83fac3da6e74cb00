package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server as it is delivered, in a process of its own, with a folder of plugins. */
final class Server implements AutoCloseable {

    private static final String KEY = "a-key-of-our-own-choice";
    private static final String READY = "Parley is ready on ";
    private static final String SIGNATURE = "x-sinch-webhook-signature";
    private static final String NONCE = "01FJA8B4A7BM43YGWSG9GBV067";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final URI url;

    /** Starts it in a folder that has {@code plugins} in it. */
    Server(Path folder) throws IOException {
        var builder = new ProcessBuilder(
                List.of(
                        Checkout.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        Checkout.server().toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(Map.of("PARLEY_PORT", "0", "PARLEY_API_KEY", KEY));
        process = builder.directory(folder.toFile()).redirectError(folder.resolve("log").toFile()).start();
        BufferedReader out = process.inputReader();
        String line = "";
        while (!line.startsWith(READY)) {
            line = String.valueOf(out.readLine());
            assertTrue(process.isAlive(), () -> "it does not start; see " + folder);
        }
        url = URI.create(line.substring(READY.length()));
    }

    /** The one in a list of which a field has that value. */
    JsonNode find(String path, String field, String value) {
        JsonNode list = done(request(path).GET());
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " " + value + " is not in " + list));
    }

    /** The data of a 2xx answer. */
    JsonNode post(String path, String body) {
        return done(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** What is answered to a callback of Sinch's. */
    int callback(String address, String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((body + "." + NONCE + ".1634579353").getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(url.resolve(URI.create(address).getRawPath()))
                        .header("Content-Type", "application/json")
                        .header(SIGNATURE, Base64.getEncoder().encodeToString(signature))
                        .header(SIGNATURE + "-nonce", NONCE)
                        .header(SIGNATURE + "-timestamp", "1634579353")
                        .header(SIGNATURE + "-algorithm", "HmacSHA256")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("x-api-key", KEY);
    }

    private JsonNode done(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        assertTrue(answer.statusCode() / 100 == 2, () -> answer.statusCode() + " " + answer.body());
        try {
            return json.readTree(answer.body()).path("data");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        http.close();
    }
}
