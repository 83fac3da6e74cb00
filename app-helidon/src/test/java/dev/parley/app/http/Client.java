package dev.parley.app.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who calls the API with a key, and holds every answer against the OpenAPI document. */
final class Client {

    private static final OpenApi OPEN_API = OpenApi.load();
    private static final Set<Integer> OF_HTTP = Set.of(400, 405, 408, 413, 414, 415, 500, 503);

    private final HttpClient http;
    private final URI base;
    private final List<String> headers;
    private final Set<String> seen;

    private Client(HttpClient http, URI base, List<String> headers, Set<String> seen) {
        this.http = http;
        this.base = base;
        this.headers = headers;
        this.seen = seen;
    }

    static Client of(HttpClient http, URI base) {
        return new Client(http, base, List.of(), new TreeSet<>());
    }

    Client withKey(String key) {
        return with("x-api-key", key);
    }

    Client with(String...more) {
        var all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Client(http, base, all, seen);
    }

    Answer get(String target) {
        return send("GET", target, Optional.empty());
    }

    Answer delete(String target) {
        return send("DELETE", target, Optional.empty());
    }

    Answer post(String target, String json) {
        return json("POST", target, json);
    }

    Answer patch(String target, String json) {
        return json("PATCH", target, json);
    }

    Answer json(String method, String target, String json) {
        return with("Content-Type", "application/json").send(method, target, Optional.of(json));
    }

    /** Which operations did what they are for. */
    Set<String> seen() {
        return seen;
    }

    Answer send(String method, String target, Optional<String> body) {
        var request = HttpRequest.newBuilder(base.resolve(target))
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        Answer answer = send(request.build());
        check(method, target, body, answer);
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void check(String method, String target, Optional<String> body, Answer answer) {
        var operation = OPEN_API.operation(method, URI.create(target).getPath());
        if (operation.isEmpty() || isOfHttp(operation.get(), answer)) {
            checkProblem(answer);
            return;
        }
        assertEquals(List.of(), OPEN_API.errors(operation.get(), answer), () -> method + " " + target + " " + answer);
        if (answer.status() < 300) {
            seen.add(operation.get().name());
            body.ifPresent(sent -> checkRequest(operation.get(), sent));
        }
    }

    // What any request can run into is said once for all operations.
    private static boolean isOfHttp(OpenApi.Operation operation, Answer answer) {
        return OF_HTTP.contains(answer.status()) && !operation.node().path("responses").has(Integer.toString(answer.status()));
    }

    private static void checkProblem(Answer answer) {
        assertEquals(Optional.of("application/problem+json"), answer.header("Content-Type"), answer::toString);
        assertEquals(List.of(), OPEN_API.errors("/components/schemas/Problem", answer.body()), answer::toString);
        assertEquals(answer.status(), answer.json().path("status").asInt());
        assertTrue(answer.header("X-Request-Id").isPresent());
    }

    private static void checkRequest(OpenApi.Operation operation, String sent) {
        String schema = operation.pointer() + "/requestBody/content/application~1json/schema";
        if (!OPEN_API.document().at(schema).isMissingNode()) {
            assertEquals(List.of(), OPEN_API.errors(schema, sent), () -> operation.name() + " took what it does not describe: " + sent);
        }
    }
}
