package dev.parley.newcomer;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;

/** Forms in both directions, and a token in a header. */
record Newcomer(String token, String baseUrl, HttpClient http) implements SmsProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    Newcomer(String token, String baseUrl) {
        this(token, baseUrl, HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    @Override
    public SendOutcome send(OutboundText text) {
        String form =
                "to=" + encode(text.to().e164()) + "&from=" + encode(text.from().orElseThrow().e164()) + "&text=" + encode(text.body());
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/messages"))
                .header("Authorization", token)
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return outcome(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException away) {
            return new SendOutcome.Unavailable("no connection");
        } catch (IOException lost) {
            return new SendOutcome.Ambiguous("no answer");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Ambiguous("stopped");
        }
    }

    private static SendOutcome outcome(HttpResponse<String> answer) {
        String code = String.valueOf(answer.statusCode());
        return switch (answer.statusCode()) {
            case 201 -> SendOutcome.accepted(answer.body());
            case 401, 403 -> SendOutcome.refused(Reason.PROVIDER_AUTH, code, answer.body());
            case 429 -> SendOutcome.throttled(code, answer.body());
            case 400, 422 -> SendOutcome.refused(Reason.REQUEST_INVALID, code, answer.body());
            default -> new SendOutcome.Ambiguous(code);
        };
    }

    @Override
    public Verdict check(WebhookRequest request) {
        byte[] shown = request.header("X-Token").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, token.getBytes(StandardCharsets.UTF_8)) ? new Verdict.Genuine()
                : Verdict.Forged.because("X-Token is not the token of this connection.");
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        String id = field(webhook, "id");
        return List.of(webhook.parameter("status").isPresent()
                ? WebhookEvent.DeliveryReport.of(id, status(field(webhook, "status")))
                : WebhookEvent.InboundText.of(id, field(webhook, "from"), field(webhook, "to"), field(webhook, "text")));
    }

    private static WebhookEvent.DeliveryReport.Status status(String word) {
        return switch (word) {
            case "delivered" -> WebhookEvent.DeliveryReport.Status.DELIVERED;
            case "failed" -> WebhookEvent.DeliveryReport.Status.FAILED;
            default -> WebhookEvent.DeliveryReport.Status.UNRECOGNIZED;
        };
    }

    private static String field(AuthenticWebhook webhook, String name) {
        return webhook.parameter(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
