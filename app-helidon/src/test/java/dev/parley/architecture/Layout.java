package dev.parley.architecture;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the modules are: in the product, or in a small copy of it that breaks every rule.
 *
 * @param root the package above those of the modules
 */
record Layout(String root) {

    /** Each folder {@code adapters-…} is a package of that name, so that nobody has to be entered here. */
    static final List<String> ADAPTERS = AdapterModule.in(Path.of("..")).stream().map(AdapterModule::name).toList();

    /** Those that bring a provider, but for the one that everybody has. */
    static final List<String> CARRIERS = AdapterModule.in(Path.of(".."))
            .stream()
            .filter(AdapterModule::isProvider)
            .map(AdapterModule::name)
            .filter(name -> !name.equals("simulator"))
            .toList();

    /** The adapter that uses a part of Helidon: its client of databases. */
    static final String OF_DATABASES = "persistence";

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
