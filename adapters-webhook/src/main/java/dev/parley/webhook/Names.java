package dev.parley.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. Thread-safe. */
@FunctionalInterface
interface Names {

    /** All addresses of a server, the preferred first; none when it is not known, or cannot be asked for just now. */
    List<InetAddress> addresses(String name);

    /** The resolver of the machine. */
    static List<InetAddress> ofSystem(String name) {
        try {
            return List.of(InetAddress.getAllByName(name));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }
}
