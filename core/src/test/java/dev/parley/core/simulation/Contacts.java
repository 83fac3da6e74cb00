package dev.parley.core.simulation;

import dev.parley.core.simulation.Offer.Talk;
import dev.parley.core.simulation.Offer.Words;
import dev.parley.ports.Keyword;
import dev.parley.ports.in.WebhookHit;
import dev.parley.testkit.fake.FakeProviders;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** People who text us: in bursts, at length, and with words of the law in between. */
final class Contacts {

    private static final Duration BEFORE_NEXT_TEXT = Duration.ofSeconds(20);

    private final Stage stage;
    private final Carrier carrier;

    Contacts(Stage stage, Carrier carrier) {
        this.stage = stage;
        this.carrier = carrier;
    }

    /** Somebody texts a business, a few times within a minute or so. */
    void begin(Talk talk) {
        stage.ledger.begin();
        stage.outside(() -> {
            int texts = stage.chance.between(1, 5);
            for (int i = 0; i < texts; i++) {
                stage.scheduler.sleep(stage.chance.upTo(BEFORE_NEXT_TEXT));
                text(talk);
            }
            stage.ledger.end();
        });
    }

    /** Somebody who is no carrier claims that a contact texts a business. */
    void forge(Talk talk) {
        FakeWebhook text = webhook(talk, "forged-1", "forged");
        var hit = new WebhookHit(FakeProviders.NAME, Optional.of(talk.tenant().connection().id()), text.signedBy("guessed"));
        stage.outside(() -> carrier.nodes().any().ask(core -> core.carriers().receive().receive(hit)));
    }

    private void text(Talk talk) {
        if (stage.chance.hits(0.15)) {
            stopAndPerhapsStart(talk);
        } else {
            Offer offer = offer(talk, stage.chance.hits(0.2) ? stage.chance.between(2, 3) : 1);
            boolean inARow = stage.chance.hits(0.5);
            if (inARow) {
                send(offer);
            } else {
                stage.outside(() -> send(offer));
            }
        }
    }

    /** One after the other: nobody could say what two such words mean that travel side by side. */
    private void stopAndPerhapsStart(Talk talk) {
        send(keyword(talk, Keyword.STOP));
        if (stage.chance.hits(0.5)) {
            stage.scheduler.sleep(stage.chance.upTo(BEFORE_NEXT_TEXT));
            send(keyword(talk, Keyword.START));
        }
    }

    /** A STOP may come as a signal. A START may not: signals have no name, and a late copy would undo what was said since. */
    private Offer keyword(Talk talk, Keyword keyword) {
        return offer(talk, new Words(List.of(keyword.name()), keyword == Keyword.STOP && stage.chance.hits(0.5)));
    }

    private Offer offer(Talk talk, int parts) {
        String head = Population.canary(talk.tenant()) + " text " + stage.ledger.offers.size();
        List<String> pieces = IntStream.rangeClosed(1, parts).mapToObj(i -> i == 1 ? head : ", part " + i + " of " + head).toList();
        return offer(talk, new Words(pieces, false));
    }

    private Offer offer(Talk talk, Words words) {
        var offer = new Offer("in-" + stage.ledger.offers.size() + ".", talk, words, stage.history.now());
        stage.ledger.offers.add(offer);
        return offer;
    }

    /** Returns when all of it is acknowledged. */
    private void send(Offer offer) {
        List<FakeWebhook> parts = parts(offer);
        var over = new ArrayList<Signal>();
        for (FakeWebhook part : parts) {
            var safe = new Signal();
            over.add(safe);
            stage.outside(() -> {
                carrier.bring(offer.tenant(), part);
                offer.acknowledgePart(stage.history.now());
                safe.give();
            });
        }
        over.forEach(safe -> stage.scheduler.await(safe, Duration.ofDays(1)));
    }

    private static List<FakeWebhook> parts(Offer offer) {
        var talk = new Talk(offer.tenant(), offer.contact());
        List<String> bodies = offer.pieces();
        if (offer.isSignal()) {
            return List.of(FakeWebhook.signal(talk.contact().e164(), talk.tenant().ours().e164(), Keyword.valueOf(offer.body())));
        }
        if (bodies.size() == 1) {
            return List.of(webhook(talk, offer.id(), offer.body()));
        }
        return IntStream.rangeClosed(1, bodies.size())
                .mapToObj(i -> webhook(talk, i == 1 ? offer.id() : offer.id() + i, bodies.get(i - 1)).part(offer.id(), i, bodies.size()))
                .toList();
    }

    private static FakeWebhook webhook(Talk talk, String id, String body) {
        return FakeWebhook.text(id, talk.contact().e164(), talk.tenant().ours().e164(), body);
    }
}
