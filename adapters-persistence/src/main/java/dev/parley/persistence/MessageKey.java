package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.work.Claim;

/** Names a message the way its table does. */
record MessageKey(OrganizationId organization, MessageId id) {

    /** The text that a claim of a send is about. */
    static MessageKey of(Claim send) {
        return new MessageKey(send.key().organization(), new MessageId(send.key().subject()));
    }

    Statement on(Session session, Sql sql) {
        return session.on(sql).set("org", organization).set("id", id);
    }
}
