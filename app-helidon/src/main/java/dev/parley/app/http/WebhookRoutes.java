package dev.parley.app.http;

import static dev.parley.app.http.Endpoint.Takes.WEBHOOK;

import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.in.ReceiveWebhook;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.ports.spi.WebhookRequest.Caller;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where carriers call: one address for all connections of a provider, and one for each. Thread-safe. */
final class WebhookRoutes {

    private static final List<String> SHARED = List.of("/webhooks/{provider}/inbound", "/webhooks/{provider}/status");
    private static final List<String> OWN = List.of(
            "/webhooks/{provider}/{connectionId}/inbound",
            "/webhooks/{provider}/{connectionId}/status");

    private final ReceiveWebhook receive;
    private final ApiConfig config;

    WebhookRoutes(ReceiveWebhook receive, ApiConfig config) {
        this.receive = receive;
        this.config = config;
    }

    List<Endpoint> endpoints() {
        return Stream.concat(SHARED.stream().flatMap(path -> both(path, this::shared)), OWN.stream().flatMap(path -> both(path, this::own)))
                .toList();
    }

    private static Stream<Endpoint> both(String path, Endpoint.Handler handler) {
        return Stream.of(Endpoint.open(Method.POST, path, WEBHOOK, handler), Endpoint.open(Method.GET, path, WEBHOOK, handler));
    }

    private Result<Reply> shared(Call call) {
        return receive(call, new WebhookHit(call.path("provider"), Optional.empty(), request(call)));
    }

    private Result<Reply> own(Call call) {
        return receive(
                call,
                new WebhookHit(
                        call.path("provider"),
                        Optional.of(Formats.connectionId(call.path("connectionId"))),
                        request(
                                call)));
    }

    private Result<Reply> receive(Call call, WebhookHit hit) {
        return switch (receive.receive(hit)) {
            case Result.Ok<WebhookAnswer>(var answer) -> Result.ok(new Reply(answer.status(), answer.headers(), answer.body()));
            // Whoever tries addresses must not learn which part of one was right.
            case Result.Rejected<WebhookAnswer>(var rejection) when rejection.kind() == Rejection.Kind.NOT_FOUND -> Result.ok(
                    Problem.of(404)
                            .reply(RequestId.of(call.request())));
            case Result.Rejected<WebhookAnswer>(var rejection) -> Result.rejected(rejection);
        };
    }

    private WebhookRequest request(Call call) {
        return new WebhookRequest(
                call.request().prologue().method().text(),
                config.publicAddress(target(call.request())),
                headers(call),
                call.bytes()).from(caller(call.request()));
    }

    private static Caller caller(ServerRequest request) {
        PeerInfo peer = request.remotePeer();
        return new Caller(peer.host(), peer.tlsCertificates().map(List::of).orElse(List.of()));
    }

    private static String target(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        String query = request.query().rawValue();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static List<Parameter> headers(Call call) {
        return call.request()
                .headers()
                .stream()
                .flatMap(header -> header.allValues().stream().map(value -> new Parameter(header.name(), value)))
                .toList();
    }
}
