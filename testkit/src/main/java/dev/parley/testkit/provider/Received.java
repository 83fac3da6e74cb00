package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import java.util.List;
import java.util.Optional;

/** A request as it reached the provider's API. Immutable. */
record Received(String method, String target, List<Parameter> headers, String body) {

    Optional<String> header(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst();
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    List<Parameter> query() {
        int question = target.indexOf('?');
        return question < 0 ? List.of() : Parameter.parse(target.substring(question + 1));
    }

    @Override
    public String toString() {
        return method + " " + path();
    }
}
