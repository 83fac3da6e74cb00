package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.DescribeProviders;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SettingKey;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Connections as JSON, their secrets masked. Thread-safe. */
final class ConnectionJson {

    private final DescribeProviders providers;
    private final ApiConfig config;

    ConnectionJson(DescribeProviders providers, ApiConfig config) {
        this.providers = providers;
        this.config = config;
    }

    JsonObject write(Connection connection) {
        var settings = new JsonObject();
        new TreeMap<>(connection.settings()).forEach(settings::put);
        return new JsonObject().put("id", connection.id())
                .put("provider", connection.provider())
                .put("name", connection.name())
                .put("credentials", credentials(connection))
                .put("settings", settings)
                .put("webhooks", webhooks(connection))
                .put("problem", connection.problem().map(ConnectionJson::problem))
                .put("createdAt", connection.createdAt())
                .put("updatedAt", connection.updatedAt());
    }

    private static JsonObject problem(Connection.Problem problem) {
        return new JsonObject().put("code", problem.code()).put("detail", problem.detail()).put("since", problem.since());
    }

    private JsonObject credentials(Connection connection) {
        Set<String> open = openCredentials(connection.provider());
        var shown = new JsonObject();
        new TreeMap<>(connection.credentials())
                .forEach((name, value) -> shown.put(name, open.contains(name) ? value.reveal() : value.masked()));
        return shown;
    }

    // Of a provider that is not installed any more nobody knows which credentials are secret: all of them, then.
    private Set<String> openCredentials(String provider) {
        return providers.describe()
                .stream()
                .filter(p -> p.name().equals(provider))
                .map(ProviderDescription::settings)
                .flatMap(keys -> keys.stream().filter(key -> !key.secret()))
                .map(SettingKey::name)
                .collect(Collectors.toSet());
    }

    private JsonObject webhooks(Connection connection) {
        String base = "/webhooks/" + connection.provider() + "/" + connection.id();
        return new JsonObject().put("inboundUrl", config.publicAddress(base + "/inbound"))
                .put("statusUrl", config.publicAddress(base + "/status"));
    }
}
