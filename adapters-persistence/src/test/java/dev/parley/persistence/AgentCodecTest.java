package dev.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.agent.CustomerEventType;
import dev.parley.ports.agent.InboundMode;
import dev.parley.ports.agent.Manners;
import dev.parley.ports.agent.MessagingConfig;
import dev.parley.ports.agent.QuietHours;
import dev.parley.ports.agent.ReplyLimits;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AgentCodecTest {

    private static final MessagingConfig FULL = new MessagingConfig(
            InboundMode.AUTO_REPLY,
            Optional.of("You are {{name}}.\n\"Quoted\" — ä€😀"),
            Optional.of(URI.create("https://customer.example/texts?a=1")),
            Optional.of(new PhoneNumber("+15005550006")),
            Optional.of("fast"),
            new ReplyLimits(Duration.ofMillis(1_500), 2, 7, 30),
            new Manners(
                    Optional.of("I am a machine."),
                    Optional.of("Somebody will call you."),
                    Set.of("human", "agent"),
                    Optional.of(
                            new QuietHours(ZoneId.of("Europe/Berlin"), LocalTime.of(21, 30), LocalTime.of(8, 0), QuietHours.Action.DEFER))),
            Set.of(CustomerEventType.CONTACT_OPTED_OUT, CustomerEventType.MESSAGE_STATUS));

    @Test
    void everything_that_is_written_is_read_again() {
        assertEquals(FULL, AgentCodec.read(AgentCodec.write(FULL)));
        assertEquals(MessagingConfig.DEFAULT, AgentCodec.read(AgentCodec.write(MessagingConfig.DEFAULT)));
    }

    @Test
    void what_an_older_version_did_not_write_has_its_default() {
        MessagingConfig read = AgentCodec.read("{\"inboundMode\":\"off\"}");
        assertEquals(MessagingConfig.DEFAULT, read);
    }

    @Test
    void what_a_newer_version_writes_is_passed_over() {
        assertEquals(MessagingConfig.DEFAULT, AgentCodec.read("{\"inboundMode\":\"off\",\"tomorrow\":{\"a\":1}}"));
    }
}
