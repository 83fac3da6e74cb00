package dev.parley.core.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.core.rig.BrokenProviders.Step;
import dev.parley.ports.MessageId;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import dev.parley.testkit.sample.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Adapters are somebody else's code: whatever they throw, or give instead of an answer, nothing is lost and nothing is told. */
class BrokenAdapterTest {

    private static final String PRIVATE = "Hello, hunter2, it is +15005550006";

    private static final List<Supplier<?>> FAULTS = List.of(BrokenAdapterTest::bug, BrokenAdapterTest::missing, () -> null);

    private final Rig rig = new Rig();
    private final Logger logger = Logger.getLogger("dev.parley.core");
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(log);
    }

    @ParameterizedTest @EnumSource(names = {"CHECK", "READ", "ANSWER"})
    void a_webhook_that_an_adapter_fails_at_is_to_be_sent_again(Step step) {
        for (Supplier<?> fault : FAULTS) {
            assertEquals(503, atItsAddress(step, fault).status());
        }
    }

    @ParameterizedTest @EnumSource(names = {"CLAIM", "CHECK", "READ", "ANSWER"})
    void so_is_one_that_comes_to_the_shared_address(Step step) {
        for (Supplier<?> fault : FAULTS) {
            assertEquals(503, atTheSharedAddress(step, fault).status());
        }
    }

    @Test
    void a_connection_that_cannot_be_opened_believes_nothing() {
        for (Supplier<?> fault : List.<Supplier<?>>of(BrokenAdapterTest::bug, BrokenAdapterTest::missing)) {
            assertEquals(403, atItsAddress(Step.OPEN, fault).status());
        }
        assertEquals(List.of(), rig.inbound());
    }

    @Test
    void a_text_that_an_adapter_failed_to_send_may_have_left() {
        for (Supplier<?> fault : FAULTS) {
            assertEquals(MessageStatus.UNKNOWN, sent(Step.SEND, fault));
        }
    }

    @Test
    void a_text_whose_connection_cannot_be_opened_has_not_left() {
        assertEquals(MessageStatus.FAILED, sent(Step.OPEN, BrokenAdapterTest::bug));
        assertEquals(MessageStatus.FAILED, sent(Step.OPEN, BrokenAdapterTest::missing));
    }

    @ParameterizedTest @EnumSource(mode = Mode.EXCLUDE, names = "SEND")
    void the_log_says_what_was_thrown_and_where_but_repeats_no_word(Step step) {
        atTheSharedAddress(step, BrokenAdapterTest::bug);

        assertDiscreet();
    }

    @Test
    void nor_does_it_when_a_text_could_not_be_sent() {
        sent(Step.SEND, BrokenAdapterTest::bug);

        assertDiscreet();
    }

    private void assertDiscreet() {
        assertTrue(log.lines.stream().anyMatch(l -> l.contains(IllegalStateException.class.getName() + " at ")), log.lines::toString);
        assertFalse(log.lines.stream().anyMatch(l -> l.contains("hunter2") || l.contains("+15005550006")), log.lines::toString);
    }

    private WebhookAnswer atItsAddress(Step step, Supplier<?> fault) {
        return receive(step, fault, new WebhookHit(FakeProviders.NAME, Optional.of(rig.tenant.connection().id()), signed()));
    }

    private WebhookAnswer atTheSharedAddress(Step step, Supplier<?> fault) {
        return receive(step, fault, new WebhookHit(FakeProviders.NAME, Optional.empty(), signed()));
    }

    private WebhookRequest signed() {
        return FakeWebhook.text("in-1", rig.contact.e164(), rig.tenant.ours().e164(), "Hello").signedBy(Samples.WEBHOOK_SECRET);
    }

    private WebhookAnswer receive(Step step, Supplier<?> fault, WebhookHit hit) {
        return Rig.value(BrokenProviders.core(rig, step, fault).useCases().carriers().receive().receive(hit));
    }

    private MessageStatus sent(Step step, Supplier<?> fault) {
        var agent = Optional.of(rig.tenant.agent().id());
        var command = new SendCommand(
                new MessageId(rig.ids.next()),
                rig.tenant.id(),
                rig.contact,
                Optional.empty(),
                agent,
                Optional.empty(),
                new Words.Raw("Hello"));
        BrokenProviders.core(rig, step, fault).useCases().texts().send().send(command);
        return ((OutboundMessage) rig.message(command.id())).status();
    }

    private static Object bug() {
        throw new IllegalStateException(PRIVATE, new IllegalArgumentException(PRIVATE));
    }

    private static Object missing() {
        throw new NoClassDefFoundError(PRIVATE);
    }

    /** Writes down what would be printed. */
    private static final class Log extends Handler {

        private final List<String> lines = new ArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            lines.add(formatter.format(entry));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
