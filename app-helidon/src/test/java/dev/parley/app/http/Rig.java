package dev.parley.app.http;

import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.IdempotencyStore;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A real server on a port of its own, in front of use cases of the test's choice. */
final class Rig implements AutoCloseable {

    static final URI PUBLIC_URL = URI.create("https://parley.example/base/");

    private final WebServer server;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Api api;

    private Rig(Api api, Consumer<WebServerConfig.Builder> more) {
        this.api = api;
        var config = WebServer.builder().host("127.0.0.1").port(0);
        api.harden(config);
        more.accept(config);
        HttpRouting.Builder routing = HttpRouting.builder();
        api.register(routing);
        this.server = config.routing(routing).build().start();
    }

    /** With the fakes. */
    static Rig with(FakeCore core) {
        return with(core, new FakeIdempotency());
    }

    /** With the fakes, and a look at what was remembered. */
    static Rig with(FakeCore core, FakeIdempotency idempotency) {
        return with(core.useCases(), idempotency, core.ids, core.clock);
    }

    /** With any use cases. */
    static Rig with(UseCases useCases, IdempotencyStore idempotency, IdSource ids, InstantSource clock) {
        return new Rig(new Api(useCases, idempotency, ids, clock, ApiConfig.at(PUBLIC_URL)), _ -> {});
    }

    /** With the fakes, and little patience: with who is sending a request, and with who is not. */
    static Rig with(FakeCore core, Duration slowest, Duration idle) {
        ApiConfig config = ApiConfig.at(PUBLIC_URL).withSlowestRequest(slowest);
        var api = new Api(core.useCases(), new FakeIdempotency(), core.ids, core.clock, config);
        return new Rig(api, server -> server.idleConnectionTimeout(idle));
    }

    Api api() {
        return api;
    }

    int port() {
        return server.port();
    }

    /** Somebody without a key. */
    Client stranger() {
        return Client.of(http, URI.create("http://127.0.0.1:" + port()));
    }

    Client client(String key) {
        return stranger().withKey(key);
    }

    /** A connection on which anything can be said. */
    RawConnection raw() {
        return new RawConnection(port());
    }

    @Override
    public void close() {
        http.close();
        server.stop();
    }
}
