package dev.parley.bench.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A name and a password as HTTP writes them. */
final class Basic {

    private Basic() {}

    static String of(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
