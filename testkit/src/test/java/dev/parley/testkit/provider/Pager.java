package dev.parley.testkit.provider;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.spi.WebhookRequest;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection to Pager. */
final class Pager implements SmsProvider {

    static final String SIGNATURE = "X-Pager-Signature";

    private static final Duration DEADLINE = Duration.ofMillis(700);

    private final String password;
    private final String base;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Pager(String password, String base) {
        this.password = password;
        this.base = base;
    }

    @Override
    public SendOutcome send(OutboundText text) {
        String form = "pass=" + Escape.FORM.of(password) + "&from=" + Escape.FORM.of(text.from().map(PhoneNumber::e164).orElse(""))
                + "&to=" + Escape.FORM.of(text.to().e164()) + "&msg=" + Escape.FORM.of(text.body());
        var request = HttpRequest.newBuilder(URI.create(base + "/send"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return outcome(http.sendAsync(request, BodyHandlers.ofString()).get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectException ? new SendOutcome.Unavailable("nobody listens")
                    : new SendOutcome.Ambiguous("the connection broke");
        } catch (InterruptedException | TimeoutException e) {
            return new SendOutcome.Ambiguous("no answer");
        }
    }

    /** {@code OK id id …} or {@code ERROR code}. */
    private static SendOutcome outcome(HttpResponse<String> answer) {
        List<String> words = List.of(answer.body().strip().split(" ", -1));
        if (answer.statusCode() / 100 == 2) {
            return words.size() > 1 && words.getFirst().equals("OK")
                    ? new SendOutcome.Accepted(words.subList(1, words.size()), Optional.of(words.size() - 1), Optional.empty())
                    : new SendOutcome.Ambiguous("neither OK nor an error");
        }
        String code = words.size() > 1 && words.getFirst().equals("ERROR") ? words.get(1) : String.valueOf(answer.statusCode());
        return switch (answer.statusCode() / 100) {
            case 4 -> answer.statusCode() == 429 ? SendOutcome.throttled(code, "")
                    : SendOutcome.refused(code.equals("E7") ? Reason.PROVIDER_ACCOUNT : Reason.REQUEST_INVALID, code, "");
            default -> new SendOutcome.Ambiguous("HTTP " + answer.statusCode());
        };
    }

    @Override
    public Verdict check(WebhookRequest request) {
        String right = Acme.hmac(password, request.publicUrl(), request.body());
        byte[] given = request.header(SIGNATURE).orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given) ? new Verdict.Genuine()
                : Verdict.Forged.because("The signature is wrong or missing.");
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        Optional<String> id = webhook.parameter("id").filter(v -> !v.isBlank());
        Optional<String> from = webhook.parameter("from");
        Optional<String> to = webhook.parameter("to");
        if (id.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return List.of(new WebhookEvent.Ignored("no text"));
        }
        var text = InboundText.of(id.get(), from.get(), to.get(), webhook.parameter("msg").orElse(""));
        return List.of(part(webhook).map(text::as).orElse(text));
    }

    private static Optional<Part> part(AuthenticWebhook webhook) {
        int total = number(webhook, "total");
        int index = number(webhook, "part");
        return total > 1 && total < 256 && index >= 1 && index <= total ? Optional.of(
                new Part(webhook.parameter("ref").orElse(""), index, total)) : Optional.empty();
    }

    private static int number(AuthenticWebhook webhook, String name) {
        return webhook.parameter(name).filter(v -> v.matches("\\d{1,3}")).map(Integer::valueOf).orElse(0);
    }
}
