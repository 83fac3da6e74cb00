package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Malformed;
import dev.parley.ports.Result;
import dev.parley.ports.spi.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query parameters of a request. Immutable.
 *
 * @param values by name
 */
record Query(Map<String, String> values) {

    /** Names under which people send keys where every proxy logs them. */
    private static final Set<String> KEY_NAMES = Set.of(
            "x-api-key",
            "api-key",
            "api_key",
            "apikey",
            "key",
            "token",
            "access_token",
            "authorization");

    /** Copies the map. */
    Query {
        values = Map.copyOf(values);
    }

    /** Reads a query that may hold only known names, each once. */
    static Result<Query> read(List<Parameter> parameters, Set<String> known) {
        for (Parameter parameter : parameters) {
            if (!known.contains(parameter.name())) {
                return Result.rejected(Malformed.field(parameter.name(), "unknown_parameter", "There is no such query parameter here."));
            }
        }
        Map<String, List<Parameter>> byName = parameters.stream().collect(Collectors.groupingBy(Parameter::name));
        for (var entry : byName.entrySet()) {
            if (entry.getValue().size() > 1) {
                return Result.rejected(Malformed.field(entry.getKey(), "repeated_parameter", "This query parameter is there twice."));
            }
        }
        return Result.ok(new Query(parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::value))));
    }

    /** Whether somebody put a key where it does not belong. */
    static boolean holdsKey(List<Parameter> parameters) {
        return parameters.stream().anyMatch(p -> KEY_NAMES.contains(p.name().toLowerCase(Locale.ROOT)));
    }

    /** One value. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The values as fields that can be read like those of a body. */
    Fields fields() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        values.forEach(node::put);
        return Fields.of(node);
    }
}
