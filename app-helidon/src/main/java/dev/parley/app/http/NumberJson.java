package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.JsonObject;
import dev.parley.app.json.MergePatch;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.in.NumberSpec;
import java.util.Optional;
import java.util.Set;

/** Assigned numbers as JSON. */
final class NumberJson {

    private static final Set<String> READ_ONLY = Set.of("id", "createdAt", "updatedAt");
    private static final Set<String> FIXED = Set.of("id", "e164", "createdAt", "updatedAt");

    private NumberJson() {}

    static JsonObject write(AssignedNumber number) {
        return new JsonObject().put("id", number.id())
                .put("e164", number.number())
                .put("messagingConnectionId", number.connection())
                .put("agentId", number.agent())
                .put("createdAt", number.createdAt())
                .put("updatedAt", number.updatedAt());
    }

    static Result<NumberSpec> read(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<PhoneNumber> number = fields.requireText("e164", Formats.PHONE_NUMBER);
        Optional<ConnectionId> connection = fields.requireText("messagingConnectionId", Formats.CONNECTION_ID);
        Optional<AgentId> agent = fields.text("agentId", Formats.AGENT_ID);
        return fields.nothingElse().build(() -> new NumberSpec(number.orElseThrow(), connection.orElseThrow(), agent));
    }

    /** A number after a merge patch. */
    static Result<AssignedNumber> patched(AssignedNumber number, ObjectNode patch) {
        ObjectNode current = write(number).node();
        return ReadOnly.check(current, patch, FIXED)
                .then(_ -> read(MergePatch.apply(current, patch).without(READ_ONLY)))
                .map(
                        spec -> new AssignedNumber(
                                number.id(),
                                number.organization(),
                                number.number(),
                                spec.connection(),
                                spec.agent(),
                                number.version(),
                                number.createdAt(),
                                number.updatedAt()));
    }
}
