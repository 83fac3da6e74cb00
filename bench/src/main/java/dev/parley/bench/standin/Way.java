package dev.parley.bench.standin;

import java.util.Map;

/** A way to the server. Thread-safe. */
@FunctionalInterface
public interface Way {

    /** Asks; blocks for the answer. */
    Door.Answer ask(String method, String target, Map<String, String> headers, String body) throws InterruptedException;
}
