package dev.parley.webhook;

import dev.parley.webhook.Target.Endpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens sockets to vetted addresses. Thread-safe.
 *
 * @param certificates whose certificates are believed; asked for at the first call by https, since it takes a while to load them
 * @param patience how long the addresses of a server may take together to accept a connection
 */
record Wire(Supplier<SSLSocketFactory> certificates, Duration patience) {

    /** More addresses of one server are not tried. */
    private static final int MOST_ADDRESSES = 3;

    /** A socket to the first of the addresses that accepts a connection. With TLS, the certificate is for the endpoint's name. */
    Socket open(Endpoint endpoint, List<InetAddress> addresses) throws IOException {
        Socket socket = firstOf(addresses.stream().limit(MOST_ADDRESSES).toList(), endpoint.port());
        try {
            return endpoint.tls() ? secured(socket, endpoint) : socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private Socket firstOf(List<InetAddress> addresses, int port) throws IOException {
        Duration each = patience.dividedBy(addresses.size());
        IOException failure = new InterruptedIOException();
        for (InetAddress address : addresses) {
            try {
                return connected(new InetSocketAddress(address, port), Math.toIntExact(each.toMillis()));
            } catch (IOException failed) {
                failure = failed;
            }
        }
        throw failure;
    }

    private static Socket connected(InetSocketAddress address, int timeoutMillis) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody waits for it any more");
        }
        // A plain Socket would take the JVM's SOCKS proxy, which is not where the vetted address is.
        var socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private SSLSocket secured(Socket socket, Endpoint endpoint) throws IOException {
        var secured = (SSLSocket) certificates.get().createSocket(socket, name(endpoint.host()), endpoint.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static String name(Host host) {
        return switch (host) {
            case Host.Name(String written) -> written;
            case Host.Literal(_, InetAddress address) -> address.getHostAddress();
        };
    }
}
