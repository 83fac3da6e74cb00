package dev.parley.telnyx;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An account at Telnyx. */
final class TelnyxProvider implements SmsProvider {

    /**
     * Codes of <a href="https://developers.telnyx.com/docs/messaging/messages/error-codes">texts</a> and of
     * <a href="https://developers.telnyx.com/development/api-fundamentals/api-errors">requests</a>, and HTTP statuses.
     */
    static final Map<Reason, Set<String>> CODES = Map.ofEntries(
            entry(Reason.OPTED_OUT, Set.of("40300")),
            entry(Reason.RECIPIENT_INVALID, Set.of("10002", "40001", "40012", "40310")),
            entry(Reason.RECIPIENT_UNREACHABLE, Set.of("40008")),
            entry(Reason.SENDER_NOT_ALLOWED, Set.of("40003", "40010", "40013", "40100", "40305", "40312", "40315", "40320", "40321")),
            entry(Reason.DESTINATION_NOT_ALLOWED, Set.of("10039", "40309")),
            entry(Reason.CONTENT_REJECTED, Set.of("40002", "40009", "40015", "40322")),
            entry(Reason.PROVIDER_AUTH, Set.of("10009", "10010", "401", "403")),
            entry(Reason.PROVIDER_ACCOUNT, Set.of("20100", "40314", "40333", "402")),
            entry(Reason.THROTTLED, Set.of("10011", "40011", "40318", "429")),
            entry(Reason.UNAVAILABLE, Set.of("40006")),
            entry(Reason.EXPIRED, Set.of("40005", "40014")));

    private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(3)).build();
    private final HttpRequest.Builder requests;
    private final Optional<String> profile;
    private final TelnyxSignature signature;

    TelnyxProvider(ProviderSetup setup) {
        String apiKey = setup.get(TelnyxProviderFactory.API_KEY);
        if (!apiKey.matches("[!-~]+")) {
            throw new IllegalArgumentException(TelnyxProviderFactory.API_KEY + " contains what no such key does");
        }
        requests = HttpRequest.newBuilder(URI.create(setup.baseUrl("https://api.telnyx.com") + "/v2/messages"))
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json");
        profile = setup.find(TelnyxProviderFactory.PROFILE);
        signature = TelnyxSignature.of(setup.get(TelnyxProviderFactory.PUBLIC_KEY), setup.clock());
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return signature.check(request);
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        return TelnyxWebhook.of(webhook).events();
    }

    @Override
    public SendOutcome send(OutboundText text) {
        HttpRequest request = requests.copy().POST(BodyPublishers.ofString(json(text).toString())).build();
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), 256 * 1024));
        try {
            // A timeout of the request would end with the headers; this one holds until the last byte.
            return outcome(answer.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException broken) {
            return broken.getCause() instanceof ConnectException || broken.getCause() instanceof HttpConnectTimeoutException
                    ? new SendOutcome.Unavailable("there is no connection to Telnyx")
                    : new SendOutcome.Ambiguous("the connection to Telnyx broke");
        } catch (TimeoutException _) {
            return new SendOutcome.Ambiguous("Telnyx did not finish its answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Ambiguous("the wait for Telnyx' answer was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    /** <a href="https://developers.telnyx.com/docs/messaging/messages/send-message">Documented here</a>. */
    private JsonNode json(OutboundText text) {
        ObjectNode json = TelnyxWebhook.JSON.createObjectNode().put("to", text.to().e164()).put("text", text.body());
        text.from().ifPresent(ours -> json.put("from", ours.e164()));
        profile.filter(_ -> text.from().isEmpty()).ifPresent(id -> json.put("messaging_profile_id", id));
        if (text.statusUrl().getScheme().equals("https")) {
            // Every report repeats this address in what is signed, and with it our own name for the text.
            json.put("webhook_url", text.statusUrl() + "?message=" + text.id()).put("use_profile_webhooks", false);
        }
        return json;
    }

    private static SendOutcome outcome(HttpResponse<String> answer) {
        JsonNode json = TelnyxWebhook.tree(answer.body());
        String status = String.valueOf(answer.statusCode());
        String id = json.at("/data/id").asText("");
        if (status.startsWith("2") && !id.isBlank()) {
            Optional<Integer> parts = Optional.of(json.at("/data/parts").asInt()).filter(count -> count > 0);
            return new SendOutcome.Accepted(List.of(id), parts, Optional.empty());
        }
        if (!status.startsWith("4") || status.equals("408")) {
            return new SendOutcome.Ambiguous("Telnyx answered HTTP " + status + " and named no text");
        }
        String code = json.at("/errors/0/code").asText(status);
        String words = json.at("/errors/0/detail").asText("Telnyx answered HTTP " + status);
        Reason reason = TelnyxWebhook.ours(CODES, code, TelnyxWebhook.ours(CODES, status, Reason.REQUEST_INVALID));
        return reason == Reason.THROTTLED ? throttled(SendOutcome.throttled(code, words), answer.headers())
                : SendOutcome.refused(reason, code, words);
    }

    /** <a href="https://developers.telnyx.com/development/api-fundamentals/reliability/rate-limiting">In seconds</a>. */
    private static SendOutcome throttled(SendOutcome.Throttled outcome, HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .or(() -> headers.firstValue("x-ratelimit-reset"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> outcome.retryAfter(Duration.ofSeconds(Long.parseLong(seconds))))
                .orElse(outcome);
    }
}
