package dev.parley.bench.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.bench.chaos.TcpProxy.Toxic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network that does to bytes what it is told. */
class TcpProxyTest {

    private static final int SHORT_MILLIS = 300;

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::echo);
        proxy = new TcpProxy(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void it_passes_bytes_on() throws IOException {
        try (Socket socket = connect()) {
            assertEquals("hello", talk(socket, "hello"));
        }
    }

    @Test
    void in_slices_they_are_the_same() throws IOException {
        proxy.set(new Toxic(1, 1, false));
        try (Socket socket = connect()) {
            assertEquals("hello", talk(socket, "hello"));
        }
    }

    @Test
    void into_a_black_hole_they_vanish_until_it_is_closed() throws IOException {
        proxy.set(Toxic.BLACK_HOLE);
        try (Socket socket = connect()) {
            socket.setSoTimeout(SHORT_MILLIS);
            assertThrows(SocketTimeoutException.class, () -> talk(socket, "hello"));
            proxy.set(Toxic.NONE);
            assertEquals("hello", new String(socket.getInputStream().readNBytes(5), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_reset_breaks_what_is_open() throws IOException {
        try (Socket socket = connect()) {
            assertEquals("hello", talk(socket, "hello"));
            proxy.reset();
            assertThrows(SocketException.class, () -> talk(socket, "again"));
        }
    }

    @Test
    void whom_it_refuses_gets_nothing_through_until_it_listens_again() throws IOException {
        proxy.setRefusing(true);
        assertThrows(IOException.class, () -> talk(connect(), "hello"));
        proxy.setRefusing(false);
        try (Socket socket = connect()) {
            assertEquals("hello", talk(socket, "hello"));
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static String talk(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        byte[] read = socket.getInputStream().readNBytes(words.length());
        if (read.length < words.length()) {
            throw new SocketException("closed");
        }
        return new String(read, StandardCharsets.UTF_8);
    }

    private void echo() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> repeat(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException _) {
            // It was reset, as it should be.
        }
    }
}
