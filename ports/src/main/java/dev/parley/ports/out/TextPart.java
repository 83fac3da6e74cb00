package dev.parley.ports.out;

import dev.parley.ports.Address;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import java.util.UUID;

/**
 * A part of a text that came in. Immutable; prints neither words nor numbers.
 *
 * @param newText what its text will be called, should it be the first part
 * @param organization whose connection brought it
 * @param connection which connection brought it
 * @param from who sent it
 * @param to to which number of ours
 * @param text the part itself
 */
public record TextPart(
        UUID newText,
        OrganizationId organization,
        ConnectionId connection,
        Address from,
        Address to,
        InboundText text) {

    /** Refuses a text that is no part. */
    public TextPart {
        if (text.part().isEmpty()) {
            throw new IllegalArgumentException("text " + text.providerMessageId() + " is whole");
        }
    }

    /** Which part it is. */
    public Part part() {
        return text.part().orElseThrow();
    }

    @Override
    public String toString() {
        return "TextPart[" + text.providerMessageId() + "]";
    }
}
