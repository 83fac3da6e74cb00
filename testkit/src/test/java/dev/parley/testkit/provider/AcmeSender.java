package dev.parley.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** Posts a text to Acme: {@code {"sender","receiver","text"}}. */
final class AcmeSender {

    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Reason> CODES = Map.of("stopped", Reason.OPTED_OUT, "no-such-number", Reason.RECIPIENT_INVALID);

    private static final HttpClient USUAL = client(Redirect.NEVER);
    private static final HttpClient FOLLOWING = client(Redirect.ALWAYS);

    private static final AtomicReference<String> LAST_TOKEN = new AtomicReference<>("");

    private final Fault fault;
    private final String base;
    private final String token;
    private final HttpClient http;
    private final AtomicReference<String> first = new AtomicReference<>("");

    AcmeSender(Fault fault, ProviderSetup setup) {
        this.fault = fault;
        this.base = fault == Fault.CALLS_THE_VENDOR ? "http://api.acme.example" : setup.baseUrl("https://api.acme.example");
        this.token = setup.find("token").filter(t -> t.matches("[!-~]+")).orElse("none");
        LAST_TOKEN.set(token);
        this.http = fault == Fault.FOLLOWS_REDIRECTS ? FOLLOWING : USUAL;
    }

    private static HttpClient client(Redirect redirect) {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(DEADLINE).followRedirects(redirect).build();
    }

    SendOutcome send(OutboundText text) {
        if (fault == Fault.DECIDES_BY_ITSELF) {
            return SendOutcome.accepted("a1");
        }
        SendOutcome outcome = once(text);
        boolean again = switch (fault) {
            case SENDS_TWICE -> true;
            case TRIES_AGAIN_AFTER_5XX -> outcome instanceof SendOutcome.Ambiguous(String why) && why.startsWith("HTTP 5");
            case TRIES_AGAIN_AFTER_BREAK -> outcome instanceof SendOutcome.Ambiguous(String why) && why.startsWith("the connection broke");
            default -> false;
        };
        return again ? once(text) : outcome;
    }

    void lookUp() {
        once(Sample.outbound(Sample.CONTACT, "x"));
    }

    private SendOutcome once(OutboundText text) {
        try {
            var sent = http.sendAsync(request(text), BodyHandlers.ofString());
            return outcome(fault == Fault.WAITS_FOR_EVER ? sent.get() : sent.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            boolean never = e.getCause() instanceof ConnectException;
            if (fault == Fault.BROKEN_IS_UNAVAILABLE || (never && fault != Fault.REFUSED_IS_AMBIGUOUS)) {
                return new SendOutcome.Unavailable("there is no connection");
            }
            return new SendOutcome.Ambiguous("the connection broke");
        } catch (TimeoutException _) {
            return new SendOutcome.Ambiguous("there was no answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Ambiguous("interrupted");
        }
    }

    private HttpRequest request(OutboundText text) {
        String from = text.from().map(PhoneNumber::e164).orElse("");
        boolean swaps = fault == Fault.SWAPS_ON_SEND;
        String json = JSON.createObjectNode()
                .put("sender", swaps ? text.to().e164() : from)
                .put("receiver", swaps ? from : text.to().e164())
                .put("text", body(text.body()))
                .toString();
        return HttpRequest.newBuilder(URI.create(base + "/v1/texts"))
                .header("Authorization", "Bearer " + (fault == Fault.ONE_TOKEN_FOR_ALL ? LAST_TOKEN.get() : token))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private String body(String text) {
        return switch (fault) {
            case MIXES_TEXTS -> mixed(text);
            case SECURES_LINKS -> text.replace("http://", "https://");
            default -> text;
        };
    }

    /** What is kept of one text is taken for another. */
    private String mixed(String body) {
        first.compareAndSet("", body);
        return first.get();
    }

    private SendOutcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        JsonNode body = Json.read(answer.body());
        String code = Optional.of(body.path("code").asText("")).filter(c -> !c.isEmpty()).orElse(String.valueOf(status));
        if (status == 429) {
            return throttled(code, answer);
        }
        if (status >= 400 && status < 500) {
            boolean keeps = fault != Fault.CODES_ARE_LOST || CODES.containsKey(code);
            return SendOutcome.refused(CODES.getOrDefault(code, Reason.REQUEST_INVALID), keeps ? code : "error", "");
        }
        if (status >= 500) {
            return fault == Fault.FAILED_IS_REFUSED ? SendOutcome.refused(Reason.UNAVAILABLE, code, "")
                    : new SendOutcome.Ambiguous("HTTP " + status);
        }
        Optional<String> id = Optional.of(body.path("id")).filter(JsonNode::isTextual).map(JsonNode::textValue);
        boolean success = fault == Fault.CREATED_ALONE_IS_SUCCESS ? status == 201 : status / 100 == 2;
        return success && (id.isPresent() || fault == Fault.SUCCESS_IS_ENOUGH) ? SendOutcome.accepted(id.orElse("none"))
                : new SendOutcome.Ambiguous("the answer names no text");
    }

    private SendOutcome throttled(String code, HttpResponse<String> answer) {
        Optional<Duration> pause = answer.headers()
                .firstValue("Retry-After")
                .filter(v -> v.matches(fault == Fault.NEGATIVE_PAUSE ? "-?\\d{1,5}" : "\\d{1,5}"))
                .map(v -> Duration.ofSeconds(Long.parseLong(v)));
        var throttled = SendOutcome.throttled(code, "");
        return switch (fault) {
            case THROTTLE_IS_ACCEPTED -> SendOutcome.accepted("none");
            case THROTTLE_IS_REFUSED -> SendOutcome.refused(Reason.THROTTLED, code, "");
            case NO_PAUSE -> throttled;
            default -> pause.<SendOutcome>map(throttled::retryAfter).orElse(throttled);
        };
    }
}
