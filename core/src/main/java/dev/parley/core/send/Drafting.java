package dev.parley.core.send;

import dev.parley.core.compose.Composition;
import dev.parley.core.send.SenderChoice.Sender;
import dev.parley.core.text.Segments;
import dev.parley.core.world.World;
import dev.parley.ports.ConversationId;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.out.OutboundDraft;

/**
 * Puts sender, receiver and words together. Thread-safe.
 *
 * @param nature time and new identities
 */
record Drafting(World.Nature nature) {

    /** The text that was asked for, said now. */
    OutboundDraft draft(SendCommand command, Sender sender, Composition.Words words) {
        return new OutboundDraft(
                command.id(),
                new ConversationId(nature.ids().next()),
                command.organization(),
                sender.agent().map(Agent::id),
                sender.connection().id(),
                sender.from(),
                command.to(),
                Segments.content(words.text()),
                words.byModel(),
                sender.idleResetDays(),
                nature.clock().instant());
    }
}
