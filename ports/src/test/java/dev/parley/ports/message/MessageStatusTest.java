package dev.parley.ports.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Encoding;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MessageStatusTest {

    @Test
    void a_text_of_ours_goes_up_step_by_step() {
        List<MessageStatus> way = List.of(MessageStatus.SCHEDULED, MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.UNKNOWN,
                MessageStatus.SENT, MessageStatus.DELIVERED);
        for (int i = 1; i < way.size(); i++) {
            assertTrue(way.get(i - 1).rank() < way.get(i).rank(), way.get(i - 1) + " before " + way.get(i));
        }
    }

    @Test
    void what_is_final_is_highest_and_of_one_rank() {
        Set<MessageStatus> ends =
                EnumSet.of(MessageStatus.DELIVERED, MessageStatus.UNDELIVERED, MessageStatus.FAILED, MessageStatus.CANCELED,
                        MessageStatus.SUPPRESSED);
        for (MessageStatus status : EnumSet.complementOf(EnumSet.of(MessageStatus.RECEIVED))) {
            assertEquals(ends.contains(status), status.isFinal(), status::word);
            assertEquals(ends.contains(status), status.rank() == MessageStatus.DELIVERED.rank(), status::word);
        }
        assertTrue(MessageStatus.RECEIVED.isFinal());
    }

    @Test
    void words_are_those_of_the_api() {
        assertEquals(Set.of("received", "scheduled", "queued", "sending", "sent", "delivered", "undelivered", "failed", "canceled",
                "suppressed", "unknown"), Arrays.stream(MessageStatus.values()).map(MessageStatus::word).collect(Collectors.toSet()));
        assertEquals("opt_out", HandledAs.OPT_OUT.word());
        assertEquals("GSM-7", Encoding.GSM_7.word());
        assertEquals("UCS-2", Encoding.UCS_2.word());
    }

    @Test
    void a_failure_shows_our_word_and_the_providers_code_and_words() {
        var failure = Failure.of(new ProviderError(Reason.OPTED_OUT, "21610", "Unsubscribed recipient"));
        assertEquals(new Failure("opted_out", "21610: Unsubscribed recipient"), failure);
    }
}
