package dev.parley.webhook;

import dev.parley.ports.AgentId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Secret;
import dev.parley.ports.notify.CustomerEvent.MessageReceived;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.spi.Media;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Things that tests need, all different from each other. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final Secret OTHER_SECRET = new Secret("whsec_" + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    private Samples() {}

    static MessageReceived text(String body) {
        return new MessageReceived(
                "+15005550006",
                "+15005550001",
                body,
                new OrganizationId(id(1)),
                new AgentId(id(2)),
                new ConversationId(id(3)),
                "SM0123456789abcdef0123456789abcdef",
                new MessageId(id(4)),
                NOW,
                List.of(),
                false);
    }

    static MessageReceived with(MessageReceived text, List<Media> media, boolean optOut) {
        return new MessageReceived(
                text.fromNumber(),
                text.toNumber(),
                text.body(),
                text.organizationId(),
                text.agentId(),
                text.conversationId(),
                text.messageSid(),
                text.messageId(),
                text.receivedAt(),
                media,
                optOut);
    }

    static Delivery delivery(String url, String payload) {
        return new Delivery(
                new DeliveryId(id(5)),
                new OrganizationId(id(1)),
                new AgentId(id(2)),
                "message_received",
                new MessageId(id(4)),
                URI.create(url),
                payload,
                DeliveryStatus.PENDING,
                List.of(),
                Optional.of(NOW),
                NOW);
    }

    static UUID id(int last) {
        return new UUID(0x0123456789ab4000L, 0x8000000000000000L + last);
    }
}
