package dev.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with a key who calls the API of a server. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String key;

    Caller(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    URI url(String path) {
        return server.resolve(path);
    }

    /** The data of a 2xx answer. */
    JsonNode get(String path) {
        return done(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    /** The data of a 2xx answer. */
    JsonNode post(String path, String json) {
        return done(HttpRequest.newBuilder(server.resolve(path))
                .POST(BodyPublishers.ofString(json))
                .header("Content-Type", "application/json"));
    }

    /** The data of a 2xx answer to a merge patch. */
    JsonNode patch(String path, String json) {
        return done(HttpRequest.newBuilder(server.resolve(path))
                .method("PATCH", BodyPublishers.ofString(json))
                .header("Content-Type", "application/merge-patch+json"));
    }

    /** Expects that it is done. */
    void delete(String path) {
        assertEquals(204, send(HttpRequest.newBuilder(server.resolve(path)).DELETE().header("x-api-key", key)).statusCode());
    }

    /** Whatever is answered, without the key unless the request has it. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode done(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request.header("x-api-key", key));
        assertTrue(answer.statusCode() / 100 == 2, () -> answer.statusCode() + " " + answer.body());
        try {
            return JSON.readTree(answer.body()).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
