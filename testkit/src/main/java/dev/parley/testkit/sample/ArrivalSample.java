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
import java.util.function.Consumer;

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
        return changed(c -> c.contact = contact);
    }

    /** The same under that name of the provider. */
    public ArrivalSample named(String providerMessageId) {
        return changed(c -> c.providerMessageId = providerMessageId);
    }

    /** The same with other words. */
    public ArrivalSample saying(String body) {
        return saying(Samples.content(body));
    }

    /** The same with other content. */
    public ArrivalSample saying(Content content) {
        return changed(c -> c.content = content);
    }

    /** The same, come in at that time. */
    public ArrivalSample at(Instant receivedAt) {
        return changed(c -> c.receivedAt = receivedAt);
    }

    /** The same with another decision of core about it. */
    public ArrivalSample to(Intake intake) {
        return changed(c -> c.intake = intake);
    }

    private ArrivalSample changed(Consumer<Copy> change) {
        var copy = new Copy(arrival);
        change.accept(copy);
        return new ArrivalSample(copy.of(arrival));
    }

    /** What can be refined, while it is. */
    private static final class Copy {

        private Address contact;
        private String providerMessageId;
        private Content content;
        private Instant receivedAt;
        private Intake intake;

        Copy(Arrival arrival) {
            contact = arrival.contact();
            providerMessageId = arrival.providerMessageId();
            content = arrival.content();
            receivedAt = arrival.receivedAt();
            intake = arrival.intake();
        }

        Arrival of(Arrival a) {
            return new Arrival(
                    a.id(),
                    a.newConversation(),
                    a.number(),
                    a.agent(),
                    contact,
                    providerMessageId,
                    content,
                    receivedAt,
                    intake);
        }
    }
}
