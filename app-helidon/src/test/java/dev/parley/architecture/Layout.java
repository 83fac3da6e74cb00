package dev.parley.architecture;

import java.util.List;

/**
 * Where the modules are: in the product, or in a small copy of it that breaks every rule.
 *
 * @param root the package above those of the modules
 */
record Layout(String root) {

    static final List<String> ADAPTERS = List.of("persistence", "twilio", "vonage", "simulator", "llm", "webhook");

    String all() {
        return root + "..";
    }

    String ports() {
        return in("ports");
    }

    String core() {
        return in("core");
    }

    String app() {
        return in("app");
    }

    String[] adapters() {
        return ADAPTERS.stream().map(this::in).toArray(String[]::new);
    }

    /** A module and everything in it. */
    String in(String module) {
        return root + "." + module + "..";
    }

    /** One package, nothing below it. */
    String only(String name) {
        return root + "." + name;
    }
}
