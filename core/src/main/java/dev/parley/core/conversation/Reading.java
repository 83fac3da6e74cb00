package dev.parley.core.conversation;

import dev.parley.core.world.World;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import dev.parley.ports.conversation.Conversation;
import dev.parley.ports.message.Message;

/** Reading what was said. Thread-safe. */
public final class Reading {

    private final World.Traffic traffic;

    /** Takes where it is kept. */
    public Reading(World world) {
        this.traffic = world.traffic();
    }

    /** One message. */
    public Result<Message> message(OrganizationId organization, MessageId id) {
        return traffic.messages().find(organization, id).map(Result::ok).orElseGet(() -> Result.rejected(Rejection.notFound("message")));
    }

    /** One conversation. */
    public Result<Conversation> conversation(OrganizationId organization, ConversationId id) {
        return traffic.conversations()
                .find(organization, id)
                .map(Result::ok)
                .orElseGet(() -> Result.rejected(Rejection.notFound("conversation")));
    }
}
