package dev.parley.app.http;

import static dev.parley.ports.organization.Scope.MESSAGES_SEND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.app.json.JsonObject;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Result;
import dev.parley.ports.in.SimulateText;
import java.util.List;
import java.util.Optional;

/** {@code /v1/simulator}. Thread-safe. */
final class SimulatorRoutes {

    private final SimulateText simulate;

    SimulatorRoutes(SimulateText simulate) {
        this.simulate = simulate;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/v1/simulator/texts", MESSAGES_SEND, this::text));
    }

    private Result<Reply> text(Call call) {
        return read(call.json()).then(text -> simulate.text(call.organization(), text.from(), text.to(), text.body()))
                .map(id -> Reply.accepted(new JsonObject().put("providerMessageId", id)));
    }

    private static Result<Text> read(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<PhoneNumber> from = fields.requireText("from", Formats.PHONE_NUMBER);
        Optional<PhoneNumber> to = fields.requireText("to", Formats.PHONE_NUMBER);
        Optional<String> words = fields.requireText("body", Format.any());
        return fields.nothingElse().build(() -> new Text(from.orElseThrow(), to.orElseThrow(), words.orElseThrow()));
    }

    /** What the phone does. */
    private record Text(PhoneNumber from, PhoneNumber to, String body) {
        @Override
        public String toString() {
            return "Text";
        }
    }
}
