package dev.parley.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.core.rig.Rig;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.testkit.sample.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private final Rig rig = new Rig();

    @Test
    void what_was_said_can_be_read_by_whom_it_belongs_to() {
        rig.text("Hello");
        var message = rig.inbound().getFirst();
        ConversationId conversation = message.header().conversation().orElseThrow();
        var texts = rig.useCases().texts();

        assertEquals(message, Rig.value(texts.getMessage().get(rig.tenant.id(), message.id())));
        assertEquals(conversation, Rig.value(texts.getConversation().get(rig.tenant.id(), conversation)).id());
        var other = new OrganizationId(new UUID(1, 2));
        assertEquals(Kind.NOT_FOUND, Rig.rejection(texts.getMessage().get(other, message.id())).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(texts.getConversation().get(other, conversation)).kind());
        assertEquals(Kind.NOT_FOUND, Rig.rejection(texts.getMessage().get(rig.tenant.id(), new MessageId(new UUID(1, 2)))).kind());
    }

    @Test
    void a_phone_that_is_not_there_texts_a_number_of_ours() {
        var simulate = rig.useCases().texts().simulate();

        Rig.value(simulate.text(rig.tenant.id(), rig.contact, rig.tenant.ours(), "Hello"));

        assertEquals("Hello", rig.phone.texts().getFirst().body());
        assertEquals(rig.tenant.connection().id(), rig.phone.texts().getFirst().connection());
    }

    @Test
    void it_cannot_text_anothers_number_or_say_too_much() {
        Tenant other = rig.samples.tenant();
        rig.stores.insert(other);
        var simulate = rig.useCases().texts().simulate();

        assertEquals("number_not_found", Rig.rejection(simulate.text(rig.tenant.id(), rig.contact, other.ours(), "Hello")).code());
        assertEquals("too_long", Rig.rejection(simulate.text(rig.tenant.id(), rig.contact, rig.tenant.ours(), "x".repeat(1601))).code());
    }

    @Test
    void what_the_store_cannot_do_now_is_no_refusal() {
        rig.phone.away(true);

        assertThrows(
                StoreUnavailable.class,
                () -> rig.useCases().texts().simulate().text(rig.tenant.id(), rig.contact, rig.tenant.ours(), "Hello"));
    }
}
