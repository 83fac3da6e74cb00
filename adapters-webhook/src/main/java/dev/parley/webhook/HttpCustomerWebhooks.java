package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.ports.Secret;
import dev.parley.ports.notify.CustomerEvent;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.out.CustomerWebhooks;
import dev.parley.webhook.Target.Endpoint;
import dev.parley.webhook.Target.Unfit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Calls the servers of customers over HTTP/1.1: one POST, never repeated, no redirect followed. An answer is one whatever its
 * status, once its body, or the first 16 KiB of it, has come in. Thread-safe.
 */
public final class HttpCustomerWebhooks implements CustomerWebhooks {

    private static final Duration LIMIT_OF_POST = Duration.ofSeconds(15);
    private static final TimeLimit LIMIT_OF_LOOK_UP = new TimeLimit(Duration.ofSeconds(5));
    private static final String NOT_ALLOWED = "This address is not allowed.";
    private static final String NOT_ALLOWED_PLAIN = "http is for networks that the operator has allowed; use https.";
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]+");

    private final Fence fence;
    private final Messenger messenger;
    private final String userAgent;

    /**
     * With the resolver and the trusted certificates of the machine.
     *
     * @param policy which addresses may be called
     * @param version of Parley, such as {@code 0.1.0}; receivers see it
     */
    public HttpCustomerWebhooks(AddressPolicy policy, String version) {
        this(
                new Messenger(
                        new Fence(policy, Names::ofSystem),
                        new Wire(HttpCustomerWebhooks::trusted, LIMIT_OF_POST),
                        new TimeLimit(LIMIT_OF_POST)),
                version);
    }

    HttpCustomerWebhooks(Messenger messenger, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a version: " + version);
        }
        this.fence = messenger.fence();
        this.messenger = messenger;
        this.userAgent = "Parley/" + version;
    }

    private static SSLSocketFactory trusted() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    @Override
    public String render(CustomerEvent event) {
        return EventJson.of(event);
    }

    @Override
    public PostOutcome post(Delivery delivery, List<Secret> secrets, Instant at) {
        var message = new StandardWebhook(delivery.id().toString(), at, delivery.payload());
        return switch (Target.of(delivery.url())) {
            case Unfit _ -> Fault.NOT_ALLOWED.outcome();
            case Endpoint endpoint -> messenger.deliver(request(endpoint, message, secrets), endpoint, at);
        };
    }

    private ClassicHttpRequest request(Endpoint endpoint, StandardWebhook message, List<Secret> secrets) {
        byte[] body = message.payload().getBytes(UTF_8);
        var request = new BasicClassicHttpRequest("POST", "/");
        request.setPath(endpoint.path());
        request.addHeader("Host", endpoint.authority());
        request.addHeader("User-Agent", userAgent);
        request.addHeader("Accept", "*/*");
        request.addHeader("Accept-Encoding", "identity");
        request.addHeader("Connection", "close");
        request.addHeader("Content-Type", "application/json");
        request.addHeader("Content-Length", body.length);
        request.addHeader("webhook-id", message.id());
        request.addHeader("webhook-timestamp", message.timestamp());
        request.addHeader("webhook-signature", message.signature(secrets));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return request;
    }

    /** A name that is not known just now may be saved, if it could be a public one: each delivery looks again. */
    @Override
    public Optional<String> refusal(URI url) {
        return switch (Target.of(url)) {
            case Unfit(String why) -> Optional.of(why);
            case Endpoint endpoint -> refusal(endpoint);
        };
    }

    private Optional<String> refusal(Endpoint endpoint) {
        Passage passage = LIMIT_OF_LOOK_UP.run(() -> fence.to(endpoint)).orElseGet(Passage.Unknown::new);
        boolean savable = switch (passage) {
            case Passage.Open _ -> true;
            case Passage.Blocked _ -> false;
            case Passage.Unknown _ -> endpoint.tls() && endpoint.host().mayBePublic();
        };
        return savable ? Optional.empty() : Optional.of(endpoint.tls() ? NOT_ALLOWED : NOT_ALLOWED_PLAIN);
    }
}
