package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.Core;
import dev.parley.core.rig.Rig;
import dev.parley.core.world.World;
import dev.parley.ports.in.ReceiveWebhook;
import dev.parley.ports.in.WebhookHit;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookRequest;
import dev.parley.testkit.fake.FakeProviders;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A handshake goes the way of every webhook: it is checked, nothing is read from it, and the provider answers it. */
class ChallengeTest {

    private final Rig rig = new Rig();
    private final ReceiveWebhook receive = new Core(with(new ChallengingProvider("our-word"))).useCases().carriers().receive();

    @Test
    void a_genuine_challenge_is_given_back_and_leaves_no_message() {
        WebhookAnswer answer = answer(ChallengingProvider.challenge("our-word", "1158201444"));

        assertEquals(200, answer.status());
        assertEquals("1158201444", answer.body());
        assertEquals(List.of(), rig.inbound());
    }

    @Test
    void a_challenge_by_somebody_else_is_refused() {
        assertEquals(WebhookAnswer.FORBIDDEN, answer(ChallengingProvider.challenge("a-guess", "1158201444")));
    }

    private WebhookAnswer answer(WebhookRequest request) {
        return Rig.value(receive.receive(new WebhookHit(FakeProviders.NAME, Optional.of(rig.tenant.connection().id()), request)));
    }

    private World with(ChallengingProvider provider) {
        World world = rig.world();
        World.Peers peers = world.peers();
        return new World(
                world.setup(),
                world.traffic(),
                new World.Peers(
                        new ChallengingProvider.Everywhere(peers.providers(), provider),
                        peers.models(),
                        peers.webhooks(),
                        peers.phone()),
                world.nature());
    }
}
