package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.ports.Result;
import dev.parley.ports.Secret;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.ConnectionPatch;
import dev.parley.ports.in.ConnectionSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Bodies of requests about connections. */
final class ConnectionRequest {

    private static final Set<String> READ_ONLY = Set.of("id", "provider", "webhooks", "createdAt", "updatedAt");

    /** Comes and goes without a change of the connection. */
    private static final String PROBLEM = "problem";

    private ConnectionRequest() {}

    /** A new connection. */
    static Result<ConnectionSpec> read(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<String> provider = fields.requireText("provider", Format.any());
        Optional<String> name = fields.requireText("name", Format.any());
        Map<String, Secret> credentials = fields.scalars("credentials").given(Secret::new);
        Map<String, String> settings = fields.scalars("settings").given(Function.identity());
        return fields.nothingElse().build(() -> new ConnectionSpec(provider.orElseThrow(), name.orElseThrow(), credentials, settings));
    }

    /**
     * A merge patch to the version that was read.
     *
     * @param shown the connection as its callers see it
     */
    static Result<ConnectionPatch> patch(Connection connection, ObjectNode shown, ObjectNode patch) {
        return ReadOnly.check(shown, patch, READ_ONLY)
                .then(_ -> changes(connection, patch.deepCopy().remove(READ_ONLY).<ObjectNode>without(PROBLEM)));
    }

    private static Result<ConnectionPatch> changes(Connection connection, ObjectNode patch) {
        Fields fields = Fields.of(patch);
        if (patch.has("name")) {
            fields.require("name");
        }
        Optional<String> name = fields.text("name");
        Map<String, Optional<Secret>> credentials = fields.scalars("credentials", connection.credentials().keySet()).changes(Secret::new);
        Map<String, Optional<String>> settings = fields.scalars("settings", connection.settings().keySet()).changes(Function.identity());
        return fields.nothingElse().build(() -> new ConnectionPatch(name, credentials, settings, Optional.of(connection.version())));
    }
}
