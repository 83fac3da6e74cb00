package dev.parley.ports.notify;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.spi.Media;
import java.time.Instant;
import java.util.List;

/** Something that a customer's webhook is told. */
public sealed interface CustomerEvent {

    /** The event's name on the wire. */
    String name();

    /**
     * A text came in. Does not print it.
     *
     * @param fromNumber the contact
     * @param toNumber our number
     * @param body the text
     * @param organizationId whose it is
     * @param agentId for which agent
     * @param conversationId in which conversation
     * @param messageSid the provider's name for it
     * @param messageId our name for it
     * @param receivedAt when it came in
     * @param media what came with it
     * @param optOut whether it is an opt-out
     */
    record MessageReceived(
            String fromNumber,
            String toNumber,
            String body,
            OrganizationId organizationId,
            AgentId agentId,
            ConversationId conversationId,
            String messageSid,
            MessageId messageId,
            Instant receivedAt,
            List<Media> media,
            boolean optOut)
            implements CustomerEvent {
        /** Copies the list. */
        public MessageReceived {
            media = List.copyOf(media);
        }

        @Override
        public String name() {
            return "message_received";
        }

        @Override
        public String toString() {
            return "MessageReceived[" + messageId + "]";
        }
    }
}
