package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.Result;
import dev.parley.ports.in.ApiKeySpec;
import dev.parley.ports.in.CreateApiKey;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** API keys as JSON. */
final class KeyJson {

    private KeyJson() {}

    static JsonObject write(ApiKey key) {
        return new JsonObject().put("id", key.id())
                .put("name", key.name())
                .put("scopes", key.scopes().stream().sorted().map(Scope::word).toList())
                .put("expiresAt", key.expiresAt())
                .put("createdAt", key.createdAt());
    }

    /** A new key, with the key itself. */
    static JsonObject write(CreateApiKey.Created created) {
        return write(created.key()).put("key", created.secret().reveal());
    }

    static Result<ApiKeySpec> read(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<String> name = fields.requireText("name", Format.any());
        Optional<List<Scope>> scopes = fields.require("scopes").texts("scopes", Formats.SCOPE);
        Optional<Instant> expiresAt = fields.text("expiresAt", Formats.INSTANT);
        return fields.nothingElse().build(() -> new ApiKeySpec(name.orElseThrow(), Set.copyOf(scopes.orElseThrow()), expiresAt));
    }
}
