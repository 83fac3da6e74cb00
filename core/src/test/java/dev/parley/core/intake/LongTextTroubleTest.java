package dev.parley.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.core.rig.Rig;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.fake.FakeWebhook;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The database goes away between the steps by which a long text is joined. */
class LongTextTroubleTest {

    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private enum Step {
        ADD, ADDED, GATHER, GATHERED, FINISH, FINISHED
    }

    @TestFactory
    Stream<DynamicTest> one_text_comes_of_it_whichever_step_it_is() {
        return Stream.of(Step.values()).map(step -> DynamicTest.dynamicTest(step.name(), () -> assertJoinedOnceDespite(step)));
    }

    @Test
    void a_part_that_could_not_be_stored_is_asked_for_again() {
        Rig rig = Rig.withLongTexts(intact -> new Fragile(intact, EnumSet.of(Step.ADD)));

        assertEquals(503, rig.receive(part(rig, 1)).status());
        assertEquals(204, rig.receive(part(rig, 1)).status());
    }

    private static void assertJoinedOnceDespite(Step step) {
        Rig rig = Rig.withLongTexts(intact -> new Fragile(intact, EnumSet.of(step)));
        for (int index : new int[] {2, 1}) {
            while (rig.receive(part(rig, index)).status() != 204) {
                rig.pass(Duration.ofSeconds(1));
            }
        }
        rig.restart();
        rig.pass(A_WHILE);
        rig.receive(part(rig, 2));
        rig.pass(Duration.ofHours(1));

        assertEquals(List.of("one two"), rig.inbound().stream().map(InboundMessage::content).map(content -> content.body()).toList());
        assertEquals(1, rig.outbound().size());
        assertEquals(List.of(), rig.stores.work().claimDue(WorkKind.JOIN, 10));
    }

    private static FakeWebhook part(Rig rig, int index) {
        return FakeWebhook.text("p" + index, rig.contact.e164(), rig.tenant.ours().e164(), index == 1 ? "one " : "two")
                .part("7", index, 2);
    }

    /** Fails once at each of these steps: before it is done, or after. */
    private record Fragile(LongTexts intact, Set<Step> ahead) implements LongTexts {

        @Override
        public Acceptance add(TextPart part) {
            fail(Step.ADD);
            Acceptance acceptance = intact.add(part);
            fail(Step.ADDED);
            return acceptance;
        }

        @Override
        public Optional<LongText> gather(Claim claim) {
            fail(Step.GATHER);
            Optional<LongText> text = intact.gather(claim);
            fail(Step.GATHERED);
            return text;
        }

        @Override
        public boolean finish(Claim claim) {
            fail(Step.FINISH);
            boolean isOurs = intact.finish(claim);
            fail(Step.FINISHED);
            return isOurs;
        }

        private void fail(Step step) {
            if (ahead.remove(step)) {
                throw new StoreUnavailable("away at " + step, new IllegalStateException());
            }
        }
    }
}
