package dev.parley.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that stay free while the process that listens there is dead: below those that a system gives to outgoing connections, of which
 * there are many, and one of them would keep it from starting again.
 */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int MOST_TRIES = 1_000;

    private Ports() {}

    static int free() {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
