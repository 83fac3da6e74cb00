package dev.parley.ports.work;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names one piece of work; there is at most one of each. Immutable.
 *
 * @param organization whose it is
 * @param kind what is to be done
 * @param subject to what
 */
public record WorkKey(OrganizationId organization, WorkKind kind, UUID subject) {

    /** The reply lane of a conversation. */
    public static WorkKey reply(OrganizationId organization, ConversationId conversation) {
        return new WorkKey(organization, WorkKind.REPLY, conversation.value());
    }

    /** The hand-over of a message. */
    public static WorkKey send(OrganizationId organization, MessageId message) {
        return new WorkKey(organization, WorkKind.SEND, message.value());
    }

    /** The attempts of a delivery. */
    public static WorkKey notify(OrganizationId organization, DeliveryId delivery) {
        return new WorkKey(organization, WorkKind.NOTIFY, delivery.value());
    }

    /** The search for a message of which nobody knows whether it went. */
    public static WorkKey resolve(OrganizationId organization, MessageId message) {
        return new WorkKey(organization, WorkKind.RESOLVE, message.value());
    }

    /** The search for texts that a connection should have brought. */
    public static WorkKey catchUp(OrganizationId organization, ConnectionId connection) {
        return new WorkKey(organization, WorkKind.CATCH_UP, connection.value());
    }

    /** The joining of a text that comes in parts. */
    public static WorkKey join(OrganizationId organization, UUID longText) {
        return new WorkKey(organization, WorkKind.JOIN, longText);
    }

    /** The time of a scheduled message. */
    public static WorkKey schedule(OrganizationId organization, MessageId message) {
        return new WorkKey(organization, WorkKind.SCHEDULE, message.value());
    }

    /** The turns of one number of ours at its connection; with an empty one, of those from which its provider chooses. */
    public static WorkKey pace(OrganizationId organization, ConnectionId connection, String from) {
        String name = connection + " " + from;
        return new WorkKey(organization, WorkKind.PACE, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)));
    }
}
