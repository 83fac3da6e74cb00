package dev.parley.core.world;

import dev.parley.ports.connection.Connection;
import java.net.URI;
import java.util.List;

/**
 * Where the provider of a connection finds us: at addresses of the connection's own, and at others that all connections of
 * that provider share. Immutable.
 *
 * @param publicUrl our address as carriers see it, without a slash at its end
 * @param connection whose webhooks they are
 */
public record WebhookAddresses(URI publicUrl, Connection connection) {

    /** The connection's own one for reports. */
    public URI status() {
        return own("status");
    }

    /** All for texts that come in, the connection's own first. */
    public List<URI> allInbound() {
        return List.of(own("inbound"), shared("inbound"));
    }

    /** All for reports, the connection's own first. */
    public List<URI> allStatus() {
        return List.of(status(), shared("status"));
    }

    private URI own(String kind) {
        return address(connection.provider() + "/" + connection.id() + "/" + kind);
    }

    private URI shared(String kind) {
        return address(connection.provider() + "/" + kind);
    }

    private URI address(String path) {
        return URI.create(publicUrl + "/webhooks/" + path);
    }
}
