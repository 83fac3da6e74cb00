package dev.parley.app;

import dev.parley.app.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * Where the server listens. Immutable.
 *
 * @param address on which address
 * @param port on which port, never 0
 * @param publicUrl where carriers and browsers find it
 */
record Address(InetAddress address, int port, URI publicUrl) {

    /**
     * An address where the server can listen. Known before anything else is made, since carriers are told our address; and tried,
     * since Helidon would only log that it could not.
     *
     * @throws CannotStart when somebody else listens there, or nobody may
     */
    static Address of(Configuration.Server wanted) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(wanted.address(), wanted.port()));
            int port = socket.getLocalPort();
            return new Address(wanted.address(), port, wanted.publicUrl().orElseGet(() -> URI.create("http://localhost:" + port)));
        } catch (IOException taken) {
            String where = url(wanted.address(), wanted.port()).getAuthority();
            throw new CannotStart(
                    "cannot listen on " + where + ": " + taken.getMessage() + "; PARLEY_HOST and PARLEY_PORT choose another");
        }
    }

    /** How this machine reaches the server. */
    URI url() {
        return url(address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, port);
    }

    private static URI url(InetAddress address, int port) {
        String host = address.getHostAddress();
        return URI.create("http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
    }
}
