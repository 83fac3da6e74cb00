package dev.parley.testkit.sample;

import dev.parley.ports.Address;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.message.Content;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.Intake;
import java.time.Instant;

/**
 * A text that comes in, to be refined: {@code samples.arrival(tenant).from(contact).saying("Hello").arrival()}. Unless told
 * otherwise it is from a new contact, says "Hello" and waits for a reply with the delay of the tenant's agent. Immutable.
 *
 * @param arrival the text as it stands
 */
public record ArrivalSample(Arrival arrival) {

    static ArrivalSample of(Tenant tenant, PhoneNumber contact, IdSource ids, Instant at) {
        var id = new MessageId(ids.next());
        return new ArrivalSample(
                new Arrival(
                        id,
                        new ConversationId(ids.next()),
                        tenant.number(),
                        tenant.agent(),
                        Address.of(contact),
                        "in-" + id,
                        Samples.content("Hello"),
                        at,
                        new Intake.AwaitReply(tenant.agent().config().limits().delay())));
    }

    /** The same from that contact. */
    public ArrivalSample from(PhoneNumber contact) {
        return from(Address.of(contact));
    }

    /** The same from that address. */
    public ArrivalSample from(Address contact) {
        Arrival a = arrival;
        return new ArrivalSample(
                new Arrival(
                        a.id(),
                        a.newConversation(),
                        a.number(),
                        a.agent(),
                        contact,
                        a.providerMessageId(),
                        a.content(),
                        a.receivedAt(),
                        a.intake()));
    }

    /** The same under that name of the provider. */
    public ArrivalSample named(String providerMessageId) {
        Arrival a = arrival;
        return new ArrivalSample(
                new Arrival(
                        a.id(),
                        a.newConversation(),
                        a.number(),
                        a.agent(),
                        a.contact(),
                        providerMessageId,
                        a.content(),
                        a.receivedAt(),
                        a.intake()));
    }

    /** The same with other words. */
    public ArrivalSample saying(String body) {
        return saying(Samples.content(body));
    }

    /** The same with other content. */
    public ArrivalSample saying(Content content) {
        Arrival a = arrival;
        return new ArrivalSample(
                new Arrival(
                        a.id(),
                        a.newConversation(),
                        a.number(),
                        a.agent(),
                        a.contact(),
                        a.providerMessageId(),
                        content,
                        a.receivedAt(),
                        a.intake()));
    }

    /** The same, come in at that time. */
    public ArrivalSample at(Instant receivedAt) {
        Arrival a = arrival;
        return new ArrivalSample(
                new Arrival(
                        a.id(),
                        a.newConversation(),
                        a.number(),
                        a.agent(),
                        a.contact(),
                        a.providerMessageId(),
                        a.content(),
                        receivedAt,
                        a.intake()));
    }

    /** The same with another decision of core about it. */
    public ArrivalSample to(Intake intake) {
        Arrival a = arrival;
        return new ArrivalSample(
                new Arrival(
                        a.id(),
                        a.newConversation(),
                        a.number(),
                        a.agent(),
                        a.contact(),
                        a.providerMessageId(),
                        a.content(),
                        a.receivedAt(),
                        intake));
    }
}
