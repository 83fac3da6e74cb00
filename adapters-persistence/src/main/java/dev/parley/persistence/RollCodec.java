package dev.parley.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A roll as JSON, to be sealed: there are credentials in it. */
final class RollCodec {

    private RollCodec() {}

    static Secret write(Roll roll) {
        ObjectNode json = Json.object();
        roll.connections().values().forEach(connection -> write(json.withArray("connections").addObject(), connection));
        ObjectNode numbers = json.putObject("numbers");
        roll.carriers().forEach((number, carrier) -> numbers.put(number.e164(), carrier.toString()));
        return new Secret(json.toString());
    }

    static Roll read(Secret written) {
        JsonNode json = Json.read(written.reveal());
        List<Connection> connections = json.path("connections").valueStream().map(RollCodec::connection).toList();
        var carriers = new HashMap<PhoneNumber, ConnectionId>();
        json.path("numbers")
                .propertyStream()
                .forEach(number -> carriers.put(new PhoneNumber(number.getKey()), new ConnectionId(uuid(number.getValue()))));
        return Roll.of(connections, carriers);
    }

    private static void write(ObjectNode json, Connection c) {
        json.put("id", c.id().toString()).put("organization", c.organization().toString()).put("provider", c.provider());
        json.put("name", c.name()).put("version", c.version());
        c.accountKey().ifPresent(key -> json.put("accountKey", key));
        ObjectNode credentials = json.putObject("credentials");
        c.credentials().forEach((name, secret) -> credentials.put(name, secret.reveal()));
        ObjectNode settings = json.putObject("settings");
        c.settings().forEach(settings::put);
        json.put("createdAt", c.createdAt().toString()).put("updatedAt", c.updatedAt().toString());
    }

    private static Connection connection(JsonNode json) {
        Map<String, Secret> credentials = strings(json.path("credentials")).entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
        return new Connection(
                new ConnectionId(uuid(json.path("id"))),
                new OrganizationId(uuid(json.path("organization"))),
                json.path("provider").asText(),
                json.path("name").asText(),
                Json.optional(json, "accountKey"),
                credentials,
                strings(json.path("settings")),
                json.path("version").asLong(),
                Instant.parse(json.path("createdAt").asText()),
                Instant.parse(json.path("updatedAt").asText()));
    }

    private static Map<String, String> strings(JsonNode json) {
        return json.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
    }

    private static UUID uuid(JsonNode json) {
        return UUID.fromString(json.asText());
    }
}
