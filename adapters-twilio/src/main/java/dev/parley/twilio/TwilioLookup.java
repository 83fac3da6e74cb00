package dev.parley.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ports.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Twilio some questions, each once; only when a connection breaks before the first byte of an answer does the client of the
 * JDK ask once more by itself. When a question is not answered the others are not even asked, so that a check ends in time. For
 * one thread.
 */
final class TwilioLookup implements AutoCloseable {

    /** With the answer to the last question still less than core waits. */
    private static final Duration ENOUGH = Duration.ofSeconds(12);

    /** A page of the log, each text with all that Twilio says about it. */
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private static final BodyHandler<String> TEXT = BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String api;
    private final Duration deadline;
    private final InstantSource clock;
    private final Instant end;
    private Optional<Looked.Silent> gaveUp = Optional.empty();

    TwilioLookup(URI api, Timeouts timeouts, InstantSource clock) {
        this.api = api.toString().replaceFirst("/+$", "");
        this.deadline = timeouts.answer();
        this.clock = clock;
        this.end = clock.instant().plus(ENOUGH);
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .followRedirects(Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /**
     * Who asks.
     *
     * @param user an account or an API key
     * @param password its token or secret
     */
    record Login(String user, Secret password) {

        private String header() {
            byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
    }

    Looked ask(Login login, Question question, String...names) {
        return ask(login, URI.create(question.url(api, names)));
    }

    /** Asks for what is at a path of Twilio's API. */
    Looked ask(Login login, String path) {
        return ask(login, URI.create(api + path));
    }

    private Looked ask(Login login, URI address) {
        if (gaveUp.isEmpty() && clock.instant().isAfter(end)) {
            gaveUp = Optional.of(new Looked.Silent("Twilio answers too slowly to ask it everything."));
        }
        if (gaveUp.isPresent()) {
            return gaveUp.get();
        }
        Looked looked = exchange(HttpRequest.newBuilder(address)
                .header("Authorization", login.header())
                .header("Accept", "application/json")
                .GET()
                .build());
        if (looked instanceof Looked.Silent silent) {
            gaveUp = Optional.of(silent);
        }
        return looked;
    }

    /** The timeout of the client itself ends with the headers; this one holds until the last byte. */
    private Looked exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, TEXT);
        try {
            return read(answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException _) {
            return new Looked.Silent("There is no connection to Twilio, or it broke.");
        } catch (TimeoutException _) {
            answer.cancel(true);
            return new Looked.Silent("Twilio did not answer within " + deadline.toMillis() + " ms.");
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Looked.Silent("The wait for Twilio's answer was interrupted.");
        }
    }

    private static Looked read(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 408 || status == 429) {
            return new Looked.Silent("Twilio is asked too much just now (HTTP " + status + "); try again later.");
        }
        if (status >= 400 && status < 500) {
            return new Looked.Refused(status, "HTTP " + status + ", " + TwilioErrors.answered(status, answer.body()).text());
        }
        return status == 200
                ? object(answer.body())
                : new Looked.Silent("Twilio is not well just now (HTTP " + status + "); try again later.");
    }

    private static Looked object(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? new Looked.There(json) : unreadable();
        } catch (JsonProcessingException notJson) {
            return unreadable();
        }
    }

    private static Looked unreadable() {
        return new Looked.Silent("Twilio's answer cannot be read; is its base URL right?");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
