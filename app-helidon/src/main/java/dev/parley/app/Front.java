package dev.parley.app;

import dev.parley.app.config.Configuration;
import dev.parley.app.http.Api;
import io.helidon.webserver.WebServer;

/** What the outside meets: the API, health and metrics, and a page for people, within the limits that the operator set. */
final class Front {

    private Front() {}

    static WebServer of(Configuration.Server config, Address address, Api api, Readiness readiness) {
        var server = WebServer.builder();
        api.harden(server);
        return server.address(address.address())
                .port(address.port())
                .maxTcpConnections(config.connections())
                .idleConnectionTimeout(config.idle())
                // What is left of the time to drain is for the lanes.
                .shutdownGracePeriod(config.drain().multipliedBy(2).dividedBy(3))
                .shutdownHook(false)
                .routing(routing -> {
                    routing.addFilter(new Farewell(() -> !readiness.isWorking())).register(new LandingPage());
                    api.register(routing);
                })
                .featuresDiscoverServices(false)
                .addFeature(Observation.of(readiness))
                .build();
    }
}
