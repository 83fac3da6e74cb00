package dev.parley.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.app.json.Fields;
import dev.parley.app.json.Format;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Result;
import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The body of {@code POST /v1/messages}. Immutable; does not print the text.
 *
 * @param to to whom
 * @param from from which number
 * @param agent whose text it is
 * @param connection through which account
 * @param words what it says
 * @param sendAt when, if not at once
 */
record SendRequest(
        PhoneNumber to,
        Optional<PhoneNumber> from,
        Optional<AgentId> agent,
        Optional<ConnectionId> connection,
        Words words,
        Optional<Instant> sendAt) {

    private static final Format<Role> ROLE = Formats.word(Role.values());

    static Result<SendRequest> read(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<PhoneNumber> to = fields.requireText("to", Formats.PHONE_NUMBER);
        Optional<PhoneNumber> from = fields.text("from", Formats.PHONE_NUMBER);
        Optional<AgentId> agent = fields.text("agentId", Formats.AGENT_ID);
        Optional<ConnectionId> connection = fields.text("messagingConnectionId", Formats.CONNECTION_ID);
        Words words = words(fields);
        Optional<Instant> sendAt = fields.text("sendAt", Formats.INSTANT);
        return fields.nothingElse().build(() -> new SendRequest(to.orElseThrow(), from, agent, connection, words, sendAt));
    }

    /** The same as a command. */
    SendCommand command(MessageId id, OrganizationId organization) {
        return new SendCommand(id, organization, to, from, agent, connection, words, sendAt);
    }

    @Override
    public String toString() {
        return "SendRequest";
    }

    // What only generation uses is read in any case: it may be left standing in a request that has a body.
    private static Words words(Fields fields) {
        Optional<String> body = fields.text("body");
        boolean generate = fields.flag("generate").orElse(false);
        Optional<List<Turn>> history = fields.objects("messages", SendRequest::turn);
        Optional<String> prompt = fields.text("smsPrompt");
        Variables variables = fields.object("variables").map(VariablesJson::read).orElse(Variables.NONE);
        if (generate == fields.has("body")) {
            fields.contradict("body", "body_or_generate", "Give either a body or generate: true.");
        }
        return generate ? new Words.Generated(history, prompt, variables) : new Words.Raw(body.orElse(""));
    }

    private static Optional<Turn> turn(Fields fields) {
        Optional<Role> role = fields.requireText("role", ROLE);
        Optional<String> content = fields.requireText("content", Format.any());
        fields.nothingElse();
        return role.flatMap(r -> content.map(c -> new Turn(r, c)));
    }
}
