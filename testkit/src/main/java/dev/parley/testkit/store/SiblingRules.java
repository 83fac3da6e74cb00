package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.Recipient;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.work.Claim;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.DraftSample;
import dev.parley.testkit.sample.Tenant;
import java.util.List;
import java.util.Optional;

/** Two connections of an organization to one account: what the provider calls a text means the same to both. */
final class SiblingRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "AC1",
                    "a text that comes again through another connection to the same account has no second effect",
                    "the other connections to the account, besides the unique key",
                    SiblingRules::comes_again),
            new Rule<>(
                    "AC2",
                    "of all who bring a text at once through two connections to one account, one stores it",
                    "that the other connections are asked under the lock of the conversation",
                    SiblingRules::one_stores_it),
            new Rule<>(
                    "AC3",
                    "a text of the same name from another account, or of another business, is another text",
                    "the account and the organization in what is asked",
                    SiblingRules::is_another_text),
            new Rule<>(
                    "AC4",
                    "a report finds its text through another connection to the account that sent it, by our name or the provider's",
                    "the other connections when the own one knows nothing",
                    SiblingRules::report_finds_its_text),
            new Rule<>(
                    "AC5",
                    "a report that comes through another connection to the account before its text has a name is kept until it has",
                    "under which connections it is kept",
                    SiblingRules::report_waits),
            new Rule<>(
                    "AC6",
                    "a text to a number is for its agent, whichever connection to its account brings it",
                    "the connection in the where of recipient",
                    SiblingRules::recipient),
            new Rule<>(
                    "AC7",
                    "parts that come through two connections to one account are of one text, and each counts once",
                    "what parts are looked for by",
                    SiblingRules::parts_meet));

    private static final String NAME = "SM-the-same";

    private SiblingRules() {}

    private static void comes_again(Scene scene) {
        ArrivalSample text = scene.text().named(NAME);
        scene.receive(text);
        Tenant moved = move(scene);
        assertEquals(new Acceptance.Duplicate(), accept(scene, again(scene, moved, text)));
        Tenant back = carriedBy(scene, moved, scene.home().connection());
        assertEquals(new Acceptance.Duplicate(), accept(scene, again(scene, back, text)));
        assertEquals(2, scene.window(scene.lane(again(scene, back, text).named("SM-another"))).inboundCount());
    }

    private static void one_stores_it(Scene scene) {
        ArrivalSample before = scene.text().named(NAME);
        Tenant moved = move(scene);
        List<ArrivalSample> copies =
                List.of(again(scene, scene.home(), before), again(scene, moved, before), again(scene, scene.home(), before),
                        again(scene, moved, before));
        List<Acceptance> all = Crowd.of(20, i -> accept(scene, like(scene, copies.get(i % copies.size()))));
        assertEquals(1, all.stream().filter(Acceptance.Stored.class::isInstance).count());
    }

    private static void is_another_text(Scene scene) {
        ArrivalSample text = scene.text().named(NAME);
        scene.receive(text);
        Connection elsewhere = scene.samples().connection(scene.home().id());
        scene.stores().connections().insert(elsewhere);
        Tenant moved = carriedBy(scene, scene.home(), elsewhere);
        assertInstanceOf(Acceptance.Stored.class, accept(scene, again(scene, moved, text)));
        Tenant other = sharing(scene, scene.tenant());
        assertInstanceOf(Acceptance.Stored.class, accept(scene, scene.text(other).from(text.arrival().contact()).named(NAME)));
    }

    private static void report_finds_its_text(Scene scene) {
        DraftSample named = sent(scene, "PM1");
        DraftSample ours = sent(scene, "PM2");
        ConnectionId other = move(scene).connection().id();
        report(scene, other, delivered("PM1"));
        report(scene, other, delivered("PM2-another-part", ours));
        assertEquals(MessageStatus.DELIVERED, scene.stored(named).status());
        assertEquals(Optional.of("PM1"), scene.stored(named).providerMessageId());
        assertEquals(MessageStatus.SENT, scene.stored(ours).status());
        report(scene, other, delivered("PM2", ours));
        assertEquals(MessageStatus.DELIVERED, scene.stored(ours).status());
    }

    private static void report_waits(Scene scene) {
        DraftSample text = scene.draft();
        Claim send = scene.begin(text);
        report(scene, move(scene).connection().id(), delivered("PM1"));
        assertEquals(MessageStatus.SENDING, scene.stored(text).status());
        finish(scene, send, "PM1");
        assertEquals(MessageStatus.DELIVERED, scene.stored(text).status());
    }

    private static void recipient(Scene scene) {
        Tenant moved = move(scene);
        var expected = Optional.of(new Recipient(moved.number(), Optional.of(moved.agent())));
        assertEquals(expected, scene.stores().directory().recipient(scene.home().connection(), moved.ours()));
        assertEquals(expected, scene.stores().directory().recipient(moved.connection(), moved.ours()));
        assertEquals(Optional.empty(), scene.stores().directory().recipient(sharing(scene, scene.tenant()).connection(), moved.ours()));
    }

    private static void parts_meet(Scene scene) {
        Tenant moved = move(scene);
        assertEquals(new Acceptance.Stored(Optional.empty()), add(scene, scene.home(), "SM1", 1));
        assertEquals(new Acceptance.Duplicate(), add(scene, moved, "SM1", 1));
        var last = assertInstanceOf(Acceptance.Stored.class, add(scene, moved, "SM2", 2));
        Claim claim = scene.claim(last.work().orElseThrow().key());
        List<InboundText> parts = scene.stores().longTexts().gather(claim).orElseThrow().parts();
        assertEquals(List.of("SM1", "SM2"), parts.stream().map(InboundText::providerMessageId).toList());
    }

    private static Acceptance add(Scene scene, Tenant tenant, String name, int index) {
        InboundText text = InboundText.of(name, "+14155550199", tenant.ours().e164(), "words").as(new Part("r", index, 2));
        return scene.stores().longTexts().add(scene.samples().part(tenant, text));
    }

    private static Acceptance accept(Scene scene, ArrivalSample text) {
        return scene.stores().inbox().accept(text.arrival());
    }

    /** The text once more, as it comes through the connection that carries the number now. */
    private static ArrivalSample again(Scene scene, Tenant tenant, ArrivalSample text) {
        return scene.text(tenant).from(text.arrival().contact()).named(text.arrival().providerMessageId());
    }

    /** The same under another identity of ours. */
    private static ArrivalSample like(Scene scene, ArrivalSample text) {
        return new ArrivalSample(
                new Arrival(
                        scene.message(),
                        new ConversationId(scene.ids().next()),
                        text.arrival().number(),
                        text.arrival().agent(),
                        text.arrival().contact(),
                        text.arrival().providerMessageId(),
                        text.arrival().content(),
                        text.arrival().receivedAt(),
                        text.arrival().intake()));
    }

    private static DraftSample sent(Scene scene, String name) {
        DraftSample text = scene.draft();
        finish(scene, scene.begin(text), name);
        return text;
    }

    private static void finish(Scene scene, Claim send, String name) {
        assertTrue(scene.stores().outbox().finish(send, new SendFate.Sent(List.of(name), Optional.empty(), Optional.empty())));
    }

    /** A report that calls the text what the provider does. */
    private static StatusReport delivered(String name) {
        return new StatusReport(name, Optional.empty(), MessageStatus.DELIVERED, Optional.empty(), false, Optional.empty());
    }

    /** A report that also knows what we call it. */
    private static StatusReport delivered(String name, DraftSample ours) {
        return new StatusReport(name, Optional.of(ours.draft().id()), MessageStatus.DELIVERED, Optional.empty(), false, Optional.empty());
    }

    private static void report(Scene scene, ConnectionId connection, StatusReport report) {
        scene.stores().outbox().report(scene.home().id(), connection, report);
    }

    /** The home's number is carried by a second connection to the same account from now on. */
    private static Tenant move(Scene scene) {
        Connection next = sibling(scene, scene.home().id());
        scene.stores().connections().insert(next);
        return carriedBy(scene, scene.home(), next);
    }

    private static Tenant carriedBy(Scene scene, Tenant tenant, Connection connection) {
        AssignedNumber n = tenant.number();
        assertTrue(scene.stores()
                .numbers()
                .update(new AssignedNumber(
                        n.id(),
                        n.organization(),
                        n.number(),
                        connection.id(),
                        n.agent(),
                        n.version(),
                        n.createdAt(),
                        n.updatedAt())));
        AssignedNumber moved = scene.stores().numbers().find(tenant.id(), n.id()).orElseThrow();
        return new Tenant(tenant.organization(), connection, tenant.agent(), moved);
    }

    /** The same business with a connection to the home's account, which carries its number. */
    private static Tenant sharing(Scene scene, Tenant other) {
        Connection theirs = sibling(scene, other.id());
        scene.stores().connections().insert(theirs);
        return carriedBy(scene, other, theirs);
    }

    /** One more connection to the home's account. */
    private static Connection sibling(Scene scene, OrganizationId organization) {
        Connection home = scene.home().connection();
        return new Connection(
                new ConnectionId(scene.ids().next()),
                organization,
                home.provider(),
                "The same account",
                home.accountKey(),
                home.credentials(),
                home.settings(),
                1,
                scene.now(),
                scene.now());
    }
}
