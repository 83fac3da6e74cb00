package dev.parley.testkit.memory;

import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.message.Message;
import dev.parley.ports.message.OutboundMessage;

/** Messages as models see them. */
final class Turns {

    private Turns() {}

    static Turn of(Message message) {
        return switch (message) {
            case InboundMessage in -> new Turn(Role.USER, in.content().body());
            case OutboundMessage out -> new Turn(Role.ASSISTANT, out.content().body());
        };
    }
}
