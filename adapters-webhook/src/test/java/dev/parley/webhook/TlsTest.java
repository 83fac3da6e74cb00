package dev.parley.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.parley.ports.notify.PostOutcome;
import dev.parley.ports.notify.PostOutcome.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls by https, to a server whose certificate is for {@code hooks.example} and 127.0.0.1. It answers with the name that was asked for. */
class TlsTest {

    private static final String PASSWORD = "for-this-test";
    private static final Fence EVERYTHING_IS_HERE = new Fence(Webhooks.LOOPBACK_TOO, name -> Webhooks.addresses("127.0.0.1"));

    @TempDir
    static Path directory;

    private static SSLSocketFactory trusting;
    private static HttpsServer server;

    @BeforeAll
    static void start() throws Exception {
        SSLContext context = context(certificate());
        trusting = context.getSocketFactory();
        server = HttpsServer.create(new InetSocketAddress(0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", TlsTest::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void a_server_is_called_by_its_name_and_its_certificate_is_for_that_name() {
        assertEquals(answered("[type=host_name (0), value=hooks.example]"), post(trusting, "https://hooks.example:" + port() + "/"));
    }

    @Test
    void a_server_without_a_name_has_a_certificate_for_its_address() {
        assertEquals(answered("[]"), post(trusting, "https://127.0.0.1:" + port() + "/"));
    }

    @Test
    void a_certificate_for_another_name_or_address_is_not_accepted() {
        assertEquals(Webhooks.failed("TLS failed"), post(trusting, "https://other.example:" + port() + "/"));
        assertEquals(Webhooks.failed("TLS failed"), post(trusting, "https://[::1]:" + port() + "/"));
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_accepted() {
        var everyday = (SSLSocketFactory) SSLSocketFactory.getDefault();
        assertEquals(Webhooks.failed("TLS failed"), post(everyday, "https://hooks.example:" + port() + "/"));
    }

    @Test
    void a_server_that_does_not_speak_tls_fails() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(plain));
            assertEquals(Webhooks.failed("TLS failed"), post(trusting, "https://127.0.0.1:" + plain.getLocalPort() + "/"));
        }
    }

    @Test
    void a_handshake_that_never_ends_is_cut_off_in_time() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hurried = Webhooks.calling(EVERYTHING_IS_HERE, Webhooks.SHORT, trusting);
            assertEquals(Webhooks.failed("timed out"), Webhooks.post(hurried, "https://127.0.0.1:" + silent.getLocalPort() + "/"));
        }
    }

    private static PostOutcome post(SSLSocketFactory certificates, String url) {
        return Webhooks.post(Webhooks.calling(EVERYTHING_IS_HERE, Webhooks.LONG_ENOUGH, certificates), url);
    }

    private static Answered answered(String body) {
        return new Answered(200, body, Optional.empty(), Optional.empty());
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
        byte[] names = session.getRequestedServerNames().toString().getBytes(US_ASCII);
        exchange.sendResponseHeaders(200, names.length);
        exchange.getResponseBody().write(names);
        exchange.close();
    }

    private static void greet(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JDK makes certificates with a tool only. */
    private static KeyStore certificate() throws Exception {
        Path file = directory.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start();
        assertEquals(0, keytool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("server", store.getCertificate("mykey"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
