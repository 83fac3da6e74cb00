package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.ConversationId;
import dev.parley.ports.out.Intake;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.ArrivalSample;
import dev.parley.testkit.sample.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Work that is owed, and who holds it. */
final class WorkRules {

    static final List<Rule<Scene>> RULES = List.of(
            new Rule<>(
                    "W1",
                    "of twenty who claim a piece of work at once, one gets it",
                    "the update that takes it has to compare what it read",
                    WorkRules::one_of_twenty_gets_it),
            new Rule<>("W2", "what is not there cannot be claimed", "an empty result", WorkRules::nothing_is_claimed_that_is_not_there),
            new Rule<>(
                    "W3",
                    "a claim holds for the length of its lease, and no longer",
                    "the lease's end, and which clock it is compared with",
                    WorkRules::a_lease_ends),
            new Rule<>(
                    "W4",
                    "each claim raises the epoch and counts the ones before",
                    "epoch and attempts in the update that claims",
                    WorkRules::each_claim_is_counted),
            new Rule<>("W5", "a renewed claim holds for another lease", "renew", WorkRules::renewing_prolongs),
            new Rule<>(
                    "W6",
                    "postponed work is due after the delay, for anybody",
                    "that postpone ends the lease and sets the due time",
                    WorkRules::postponing_gives_back),
            new Rule<>(
                    "W7",
                    "an epoch is never given twice, even when the work ended and began anew",
                    "keep the row or draw from a sequence: who was thought dead must not pass the fence of new work",
                    WorkRules::epochs_are_never_given_twice),
            new Rule<>(
                    "W8",
                    "what is due is claimed the longest due first, no more than asked for",
                    "order by due time, and the limit",
                    WorkRules::longest_due_first),
            new Rule<>(
                    "W9",
                    "only due work of that kind that nobody holds is claimed",
                    "the where of claimDue",
                    WorkRules::only_what_is_free),
            new Rule<>(
                    "W10",
                    "every organization that waits gets the same",
                    "claims go round by organization: a row_number over each of them",
                    WorkRules::goes_round_by_organization),
            new Rule<>(
                    "W11",
                    "eight that claim at once get everything, and nothing twice",
                    "SKIP LOCKED, and that a row which was skipped is found by the next",
                    WorkRules::eight_share_all),
            new Rule<>(
                    "W12",
                    "an organization gets its turn however much of another has been due for longer",
                    "claims that look at the longest due alone never see who is behind them",
                    WorkRules::nobody_hides_behind_a_backlog));

    private WorkRules() {}

    private static void one_of_twenty_gets_it(Scene scene) {
        WorkKey lane = scene.receive(scene.text());
        List<Optional<Claim>> claims = Crowd.of(20, _ -> scene.stores().work().claim(lane));
        assertEquals(1, claims.stream().filter(Optional::isPresent).count());
    }

    private static void nothing_is_claimed_that_is_not_there(Scene scene) {
        scene.receive(scene.text());
        assertFalse(scene.isClaimable(WorkKey.reply(scene.home().id(), new ConversationId(scene.ids().next()))));
    }

    private static void a_lease_ends(Scene scene) {
        WorkKey lane = scene.lane(scene.text()).key();
        scene.pass(Claim.LEASE.minusSeconds(2));
        assertFalse(scene.isClaimable(lane), "claimable before the lease's end");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(lane), "not claimable after the lease's end");
    }

    private static void each_claim_is_counted(Scene scene) {
        Claim first = scene.lane(scene.text());
        Claim second = scene.takeOver(first);
        scene.stores().work().postpone(second, Duration.ZERO);
        Claim third = scene.claim(second.key());
        assertEquals(List.of(0, 1, 2), Stream.of(first, second, third).map(Claim::attempts).toList());
        assertTrue(first.epoch() < second.epoch() && second.epoch() < third.epoch(), "the epochs do not rise");
    }

    private static void renewing_prolongs(Scene scene) {
        Claim claim = scene.lane(scene.text());
        scene.pass(Claim.LEASE.minusSeconds(10));
        assertTrue(scene.stores().work().renew(claim));
        scene.pass(Claim.LEASE.minusSeconds(2));
        assertFalse(scene.isClaimable(claim.key()), "claimable within the second lease");
        scene.pass(Duration.ofSeconds(3));
        assertTrue(scene.isClaimable(claim.key()), "not claimable after the second lease");
    }

    private static void postponing_gives_back(Scene scene) {
        Claim claim = scene.lane(scene.text());
        assertTrue(scene.stores().work().postpone(claim, Duration.ofSeconds(5)));
        scene.pass(Duration.ofSeconds(4));
        assertFalse(scene.isClaimable(claim.key()), "claimable before the delay is over");
        scene.pass(Duration.ofSeconds(2));
        assertTrue(scene.isClaimable(claim.key()), "not claimable after the delay");
    }

    private static void epochs_are_never_given_twice(Scene scene) {
        ArrivalSample text = scene.text();
        Claim old = scene.lane(text);
        Claim next = scene.takeOver(old);
        scene.commit(next, scene.answer(next, scene.draft()));
        scene.stores().replies().release(next);
        ArrivalSample later = scene.text().from(text.arrival().contact());
        Claim anew = scene.lane(later);
        assertEquals(old.key(), anew.key());
        assertTrue(anew.epoch() > next.epoch(), "epoch " + anew.epoch() + " after epoch " + next.epoch());
        assertFalse(scene.stores().work().renew(old), "the first holder passes the fence");
    }

    private static void longest_due_first(Scene scene) {
        List<WorkKey> lanes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lanes.add(scene.receive(scene.text()));
            scene.pass(Duration.ofSeconds(1));
        }
        assertEquals(lanes.subList(0, 2), keys(scene.stores().work().claimDue(WorkKind.REPLY, 2)));
        assertEquals(lanes.subList(2, 4), keys(scene.stores().work().claimDue(WorkKind.REPLY, 2)));
        assertEquals(lanes.subList(4, 5), keys(scene.stores().work().claimDue(WorkKind.REPLY, 2)));
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.REPLY, 2));
    }

    private static void only_what_is_free(Scene scene) {
        scene.lane(scene.text());
        scene.receive(scene.text().to(new Intake.AwaitReply(Duration.ofSeconds(20))));
        Claim send = scene.begin(scene.draft());
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.REPLY, 10));
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.SEND, 10));
        assertEquals(List.of(), scene.stores().work().claimDue(WorkKind.NOTIFY, 10));
        scene.stores().work().postpone(send, Duration.ZERO);
        assertEquals(List.of(send.key()), keys(scene.stores().work().claimDue(WorkKind.SEND, 10)));
    }

    private static void goes_round_by_organization(Scene scene) {
        Tenant busy = scene.home();
        Tenant quiet = scene.tenant();
        List<WorkKey> first = IntStream.range(0, 10).mapToObj(_ -> scene.receive(scene.text(busy))).toList();
        List<WorkKey> second = IntStream.range(0, 3).mapToObj(_ -> scene.receive(scene.text(quiet))).toList();
        List<WorkKey> claimed = keys(scene.stores().work().claimDue(WorkKind.REPLY, 4));
        var expected = new HashSet<WorkKey>(first.subList(0, 2));
        expected.addAll(second.subList(0, 2));
        assertEquals(expected, new HashSet<>(claimed));
    }

    private static void eight_share_all(Scene scene) {
        List<WorkKey> lanes = IntStream.range(0, 40).mapToObj(_ -> scene.receive(scene.text())).toList();
        List<WorkKey> claimed = new ArrayList<>();
        // A row that is locked at that moment is skipped: whoever looks again finds it.
        for (int round = 0; round < 20 && claimed.size() < lanes.size(); round++) {
            Crowd.of(8, _ -> keys(scene.stores().work().claimDue(WorkKind.REPLY, 5))).forEach(claimed::addAll);
        }
        assertEquals(lanes.size(), claimed.size());
        assertEquals(new HashSet<>(lanes), new HashSet<>(claimed));
    }

    private static void nobody_hides_behind_a_backlog(Scene scene) {
        Tenant busy = scene.home();
        IntStream.range(0, 400).forEach(_ -> scene.receive(scene.text(busy)));
        Set<WorkKey> behind = Stream.of(scene.tenant(), scene.tenant())
                .map(tenant -> scene.receive(scene.text(tenant)))
                .collect(Collectors.toUnmodifiableSet());
        Set<WorkKey> claimed = IntStream.range(0, 3)
                .mapToObj(_ -> keys(scene.stores().work().claimDue(WorkKind.REPLY, 32)))
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
        assertTrue(claimed.containsAll(behind), "who is behind was not seen in three claims");
        assertEquals(96, claimed.size());
    }

    private static List<WorkKey> keys(List<Claim> claims) {
        return claims.stream().map(Claim::key).toList();
    }
}
