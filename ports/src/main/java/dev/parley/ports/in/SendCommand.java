package dev.parley.ports.in;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Variables;
import dev.parley.ports.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that shall be sent. Immutable; does not print the text.
 *
 * @param id what its message will be called
 * @param organization whose it is
 * @param to to whom
 * @param from from which number; otherwise the agent's, else the provider's choice
 * @param agent whose text it is
 * @param connection through which account; otherwise that of the number or the agent
 * @param words what it says
 * @param sendAt when; otherwise at once
 */
public record SendCommand(
        MessageId id,
        OrganizationId organization,
        PhoneNumber to,
        Optional<PhoneNumber> from,
        Optional<AgentId> agent,
        Optional<ConnectionId> connection,
        Words words,
        Optional<Instant> sendAt) {

    /** One to be sent at once. */
    public SendCommand(
            MessageId id,
            OrganizationId organization,
            PhoneNumber to,
            Optional<PhoneNumber> from,
            Optional<AgentId> agent,
            Optional<ConnectionId> connection,
            Words words) {
        this(id, organization, to, from, agent, connection, words, Optional.empty());
    }

    /** What a text says. */
    public sealed interface Words {

        /**
         * The caller's own words.
         *
         * @param body the text
         */
        record Raw(String body) implements Words {
            @Override
            public String toString() {
                return "Raw";
            }
        }

        /**
         * Words that the agent's model finds.
         *
         * @param history what was said before, instead of the ongoing conversation
         * @param prompt what the model is told to be, instead of the agent's prompt
         * @param variables values for the prompt
         */
        record Generated(Optional<List<Turn>> history, Optional<String> prompt, Variables variables) implements Words {
            /** Copies the list. */
            public Generated {
                history = history.map(List::copyOf);
            }

            @Override
            public String toString() {
                return "Generated";
            }
        }
    }

    @Override
    public String toString() {
        return "SendCommand[" + id + "]";
    }
}
