package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.out.AssignedNumberStore;
import dev.parley.ports.out.ConnectionStore;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.IdempotencyStore;
import dev.parley.ports.out.Inbox;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.MessageStore;
import dev.parley.ports.out.Outbox;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.out.Replies;
import dev.parley.ports.out.Schedule;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.testkit.Rule;
import dev.parley.testkit.fake.MutableClock;
import dev.parley.testkit.memory.InMemoryStores;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract has teeth: whatever is broken on purpose is caught by the rule that names the fault. */
class StoreContractTest {

    private static final List<Fault> FAULTS = List.of(
            new Fault("D2", "forgets what came before", inbox(BrokenTexts.ForgetsWhatCameBefore::new)),
            new Fault("D3", "takes twenty deliveries of one text for twenty", inbox(BrokenTexts.ForgetsWhatCameBefore::new)),
            new Fault("D4", "takes names for unique everywhere", inbox(BrokenTexts.TakesNamesForUniqueEverywhere::new)),
            new Fault("D5", "ignores case", inbox(BrokenTexts.IgnoresCase::new)),
            new Fault("LT2", "forgets what came before", longTexts(BrokenParts.ForgetsWhatCameBefore::new)),
            new Fault("LT4", "looks at the reference alone", longTexts(BrokenParts.LooksAtTheReferenceAlone::new)),
            new Fault("LT5", "waits twice", s -> Swap.in(s, WorkQueue.class, BrokenParts.WaitsTwice::new)),
            new Fault("LT7", "never ends the wait", longTexts(BrokenParts.NeverEndsTheWait::new)),
            new Fault("P1", "loses trailing spaces", inbox(BrokenTexts.LosesTrailingSpaces::new)),
            new Fault("B1", "does not wait for the burst", inbox(BrokenTexts.DoesNotWaitForTheBurst::new)),
            new Fault("X1", "stores stops without effect", inbox(BrokenTexts.StoresStopsWithoutEffect::new)),
            new Fault(
                    "Z9",
                    "shows messages to everybody",
                    s -> Swap.in(s, MessageStore.class, m -> new BrokenTexts.ShowsMessagesToEverybody(m, s.organizations()))),
            new Fault("G5", "lists the oldest first", messages(BrokenTexts.ListsTheOldestFirst::new)),
            new Fault("G5", "compares times alone", messages(BrokenTexts.ComparesTimesAlone::new)),
            new Fault("M4", "ignores a filter", messages(BrokenTexts.IgnoresTheDirection::new)),
            new Fault("R2", "answers the old question", replies(BrokenLanes.AnswersTheOldQuestion::new)),
            new Fault(
                    "R3",
                    "forgets the opt-out when it writes an answer",
                    s -> Swap.in(s, Replies.class, r -> new BrokenLanes.ForgetsTheOptOut(r, s.suppressions()))),
            new Fault("Y12", "shows what waits where it came", replies(BrokenLanes.ShowsWhatWaitsWhereItCame::new)),
            new Fault("F2", "ignores the fence", StoreContractTest::ignoringTheFence),
            new Fault("E3", "forgets what waits", s -> Swap.in(s, Replies.class, r -> new BrokenLanes.ForgetsWhatWaits(r, s.work()))),
            new Fault("W1", "hands out twice", s -> Swap.in(s, WorkQueue.class, BrokenLanes.HandsOutTwice::new)),
            new Fault("W7", "counts epochs anew", StoreContractTest::countingEpochsAnew),
            new Fault("W10", "serves one organization", s -> Swap.in(s, WorkQueue.class, BrokenLanes.ServesOneOrganization::new)),
            new Fault("W12", "looks at one organization alone", s -> Swap.in(s, WorkQueue.class, BrokenLanes.ServesOneOrganization::new)),
            new Fault(
                    "SC6",
                    "forgets the opt-out of a scheduled text",
                    s -> Swap.in(s, Schedule.class, BrokenSchedule.ForgetsTheOptOut::new)),
            new Fault("SC8", "takes back what is on its way", s -> Swap.in(s, Schedule.class, BrokenSchedule.TakesBackWhatIsOnItsWay::new)),
            new Fault(
                    "SC5",
                    "says scheduled texts when they are made",
                    s -> Swap.in(s, Schedule.class, BrokenSchedule.SaysThemWhenTheyAreMade::new)),
            new Fault("PC3", "serves in the order of arrival", s -> Swap.in(s, Pacing.class, BrokenPacing.ServesInOrderOfArrival::new)),
            new Fault("PC2", "lets everybody go at once", s -> Swap.in(s, Pacing.class, BrokenPacing.LetsEverybodyGo::new)),
            new Fault("U2", "sends again blindly", s -> Swap.in(s, Outbox.class, o -> new BrokenSends.SendsAgainBlindly(o, s.messages()))),
            new Fault("U10", "lets everything leave", outbox(BrokenSends.LetsEverythingLeave::new)),
            new Fault("U11", "lets everything leave", outbox(BrokenSends.LetsEverythingLeave::new)),
            new Fault("U12", "lets everything leave", outbox(BrokenSends.LetsEverythingLeave::new)),
            new Fault("U13", "lets everybody wait", outbox(BrokenSends.LetsEverybodyWait::new)),
            new Fault("LS1", "never looks", s -> Swap.in(s, WorkQueue.class, BrokenSearches.NeverLooks::new)),
            new Fault("LS4", "adopts what is another's", StoreContractTest::adoptingWhatIsAnothers),
            new Fault("LS18", "adopts what is another's", StoreContractTest::adoptingWhatIsAnothers),
            new Fault("LS11", "hands over again and again", lostSends(BrokenSearches.HandsOverAgainAndAgain::new)),
            new Fault(
                    "LS12",
                    "forgets that it may have gone twice",
                    s -> Swap.in(s, LostSends.class, l -> new BrokenSearches.ForgetsThatItMayHaveGoneTwice(l, s.outbox()))),
            new Fault(
                    "LS16",
                    "drops late answers",
                    s -> Swap.in(s, Outbox.class, o -> new BrokenSearches.DropsLateAnswers(o, s.work()))),
            new Fault("T2", "writes down the last report", BrokenSends.LastReportWins::in),
            new Fault("T3", "forgets early reports", outbox(BrokenSends.ForgetsEarlyReports::new)),
            new Fault(
                    "T6",
                    "believes every connection",
                    s -> Swap.in(s, Outbox.class, o -> new BrokenSends.BelievesEveryConnection(o, s.messages()))),
            new Fault("T13", "forgets reported senders", outbox(BrokenSends.ForgetsReportedSenders::new)),
            new Fault("X7", "forgets opt-outs of providers", outbox(BrokenSends.ForgetsOptOutsOfProviders::new)),
            new Fault(
                    "X13",
                    "takes every report for news",
                    s -> Swap.in(s, Outbox.class, o -> new BrokenSends.TakesEveryReportForNews(o, new AtomicInteger()))),
            new Fault("J4", "forgets idle days", outbox(BrokenSends.ForgetsIdleDays::new)),
            new Fault("H10", "goes on where it was", s -> Swap.in(s, Deliveries.class, BrokenDeliveries.GoesOnWhereItWas::new)),
            new Fault("H12", "forgets the order", s -> Swap.in(s, Deliveries.class, BrokenDeliveries.ForgetsTheOrder::new)),
            new Fault("H14", "calls nobody", s -> Swap.in(s, Deliveries.class, BrokenDeliveries.CallsNobody::new)),
            new Fault("EP3", "lets everybody try", s -> Swap.in(s, Endpoints.class, BrokenDeliveries.LetsEverybodyTry::new)),
            new Fault("EP5", "calls who is gone", s -> Swap.in(s, Deliveries.class, BrokenDeliveries.CallsWhoIsGone::new)),
            new Fault("EP5", "forgets who is gone", s -> Swap.in(s, Endpoints.class, BrokenDeliveries.ForgetsWhoIsGone::new)),
            new Fault("PO1", "forgets faults", s -> Swap.in(s, WorkQueue.class, BrokenDeliveries.ForgetsFaults::new)),
            new Fault("N2", "assigns twice", s -> Swap.in(s, AssignedNumberStore.class, BrokenSettings.AssignsTwice::new)),
            new Fault("K1", "keeps a conversation for each connection", inbox(BrokenTexts.KeepsAConversationForEachConnection::new)),
            new Fault(
                    "K2",
                    "leaves a number where it was",
                    s -> Swap.in(s, AssignedNumberStore.class, BrokenSettings.LeavesANumberWhereItWas::new)),
            new Fault("AC1", "knows names by connection", inbox(BrokenTexts.KnowsNamesByConnection::new)),
            new Fault("AC2", "knows names by connection", inbox(BrokenTexts.KnowsNamesByConnection::new)),
            new Fault("AC3", "takes names for unique everywhere", inbox(BrokenTexts.TakesNamesForUniqueEverywhere::new)),
            new Fault("AC4", "hears one connection", outbox(BrokenSends.HearsOneConnection::new)),
            new Fault("AC5", "hears one connection", outbox(BrokenSends.HearsOneConnection::new)),
            new Fault("C3", "ignores the version", s -> Swap.in(s, ConnectionStore.class, BrokenSettings.IgnoresTheVersion::new)),
            new Fault("I4", "ignores the fingerprint", s -> Swap.in(s, IdempotencyStore.class, BrokenSettings.IgnoresTheFingerprint::new)),
            new Fault("I6", "renames the message", s -> Swap.in(s, IdempotencyStore.class, BrokenSettings.RenamesTheMessage::new)));

    @TestFactory
    Stream<DynamicTest> catches() {
        return FAULTS.stream()
                .map(f -> DynamicTest.dynamicTest(f.rule() + " catches stores where somebody " + f.name(), () -> assertCaught(f)));
    }

    @Test
    void every_rule_has_its_own_id() {
        List<String> ids = rules().map(Rule::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(ids.size() > 150, () -> "only " + ids.size() + " rules");
    }

    @Test
    void every_rule_says_where_to_look() {
        rules().forEach(rule -> assertTrue(!rule.sentence().isBlank() && !rule.help().isBlank(), rule.id()));
    }

    private static void assertCaught(Fault fault) {
        Rule<Scene> rule = rules().filter(r -> r.id().equals(fault.rule())).findFirst().orElseThrow();
        rule.verify(new Scene(stores(UnaryOperator.identity())));
        var broken = new Scene(stores(fault.made()));
        AssertionError caught = assertThrows(AssertionError.class, () -> rule.verify(broken));
        String message = String.valueOf(caught.getMessage());
        assertTrue(message.startsWith(rule.id() + " " + rule.sentence()) && message.endsWith(rule.help()), message);
    }

    private static Stream<Rule<Scene>> rules() {
        return Groups.ALL.stream().flatMap(group -> group.rules().stream());
    }

    private static StoresUnderTest stores(UnaryOperator<Stores> broken) {
        var clock = new MutableClock();
        return new StoresUnderTest(broken.apply(InMemoryStores.empty(clock)), clock, clock::passTime);
    }

    private static UnaryOperator<Stores> inbox(UnaryOperator<Inbox> broken) {
        return stores -> Swap.in(stores, Inbox.class, broken);
    }

    private static UnaryOperator<Stores> longTexts(UnaryOperator<LongTexts> broken) {
        return stores -> Swap.in(stores, LongTexts.class, broken);
    }

    private static UnaryOperator<Stores> lostSends(UnaryOperator<LostSends> broken) {
        return stores -> Swap.in(stores, LostSends.class, broken);
    }

    private static Stores adoptingWhatIsAnothers(Stores stores) {
        return Swap.in(stores, LostSends.class, l -> new BrokenSearches.AdoptsWhatIsAnothers(l, new AtomicInteger()));
    }

    private static UnaryOperator<Stores> messages(UnaryOperator<MessageStore> broken) {
        return stores -> Swap.in(stores, MessageStore.class, broken);
    }

    private static UnaryOperator<Stores> replies(UnaryOperator<Replies> broken) {
        return stores -> Swap.in(stores, Replies.class, broken);
    }

    private static UnaryOperator<Stores> outbox(UnaryOperator<Outbox> broken) {
        return stores -> Swap.in(stores, Outbox.class, broken);
    }

    private static Stores ignoringTheFence(Stores stores) {
        var latest = new ConcurrentHashMap<WorkKey, Claim>();
        return Swap.in(Swap.in(stores, WorkQueue.class, w -> new BrokenLanes.Remembers(w, latest)), Replies.class,
                r -> new BrokenLanes.IgnoresTheFence(r, latest));
    }

    private static Stores countingEpochsAnew(Stores stores) {
        var epochs = new BrokenLanes.CountsEpochsAnew();
        return Swap.in(Swap.in(stores, WorkQueue.class, epochs::work), Replies.class, epochs::lanes);
    }

    private record Fault(String rule, String name, UnaryOperator<Stores> made) {}
}
