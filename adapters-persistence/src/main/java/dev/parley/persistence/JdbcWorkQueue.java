package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Claims rows of work.
 *
 * <p>Fairness of {@link #claimDue}: among the {@value #SLICE} rows that have been due the longest, every organization gets its first
 * before any gets its second. When they are not all that is due, the next claim begins with organizations that have none among
 * them, see {@link WaitingOrganizations}: however much one is owed, the others get up to half of what is claimed.
 */
final class JdbcWorkQueue implements WorkQueue {

    static final int SLICE = 256;

    /** What somebody else is changing just now he will see to: then it is not due, or he has it. */
    private static final SqlFamily READ = SqlFamily.of("WorkQueue.read", """
            SELECT kind, org_id, subject, epoch, attempts, held, strikes FROM work {by PRIMARY}
            WHERE due_at <= {now} AND (%s) FOR UPDATE SKIP LOCKED""", """
            (subject = :subject%1$d AND kind = :kind%1$d AND org_id = :org%1$d)"""::formatted, " OR ");

    private static final Sql DUE = Sql.of("WorkQueue.due", """
            SELECT kind, org_id, subject, epoch, attempts, held, strikes FROM work
            WHERE kind = :kind AND due_at <= {now}
            ORDER BY due_at, subject LIMIT :slice FOR UPDATE SKIP LOCKED""");

    /** Strikes before held: MySQL assigns in this order. */
    private static final SqlFamily TAKE = SqlFamily.of("WorkQueue.take", """
            UPDATE work {by PRIMARY} SET due_at = TIMESTAMPADD(MICROSECOND, LEASE, {now}), epoch = epoch + 1, attempts = attempts + 1,
              strikes = CASE WHEN held = TRUE THEN strikes + 1 ELSE strikes END, held = TRUE
            WHERE %s""".replace("LEASE", String.valueOf(TimeUnit.NANOSECONDS.toMicros(Claim.LEASE.toNanos()))),
            "(subject = :subject%1$d AND kind = :kind%1$d AND org_id = :org%1$d)"::formatted, " OR ");

    private static final Sql RENEW = Sql.of("WorkQueue.renew", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :lease, {now})
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private final Database database;
    private final WorkRows rows;
    private final WaitingOrganizations waiting;
    private final Together<WorkKey, Optional<Claim>> keys;

    /** Whose work filled the last slice of that kind; nobody's when it was not full. Only ever touched by the one claimer. */
    private final Map<WorkKind, Set<OrganizationId>> backlog = new EnumMap<>(WorkKind.class);

    /** H2 counts rows that others have locked towards LIMIT: a second claimer would find nothing where there is enough. */
    private final ReentrantLock oneClaimer = new ReentrantLock();

    JdbcWorkQueue(Database database, WorkRows rows) {
        this.database = database;
        this.rows = rows;
        waiting = new WaitingOrganizations(database);
        keys = new Together<>(
                database,
                Together.Step.of("WorkQueue.claim", WorkRows::order, (tx, wanted) -> Optional.of(claim(tx, wanted)), Optional::empty));
    }

    @Override
    public Optional<Claim> claim(WorkKey key) {
        return keys.ask(key);
    }

    @Override
    public List<Claim> claimDue(WorkKind kind, int most) {
        oneClaimer.lock();
        try {
            List<Claim> hidden = hidden(kind, most / 2);
            Slice slice = database.write("WorkQueue.claimDue", tx -> claimDue(tx, kind, most - hidden.size()));
            backlog.put(kind, slice.isAll() ? Set.of() : slice.organizations());
            return Stream.concat(hidden.stream(), slice.claims().stream()).toList();
        } finally {
            oneClaimer.unlock();
        }
    }

    @Override
    public boolean renew(Claim claim) {
        return database.change(
                "WorkQueue.renew",
                session -> WorkRows.on(session, RENEW, claim.key())
                        .set("epoch", claim.epoch())
                        .set(
                                "lease",
                                Claim.LEASE)
                        .changes());
    }

    @Override
    public boolean fail(Claim claim, Duration delay) {
        return database.change("WorkQueue.fail", session -> rows.fail(session, claim, delay));
    }

    @Override
    public boolean postpone(Claim claim, Duration delay) {
        return database.change("WorkQueue.postpone", session -> rows.postpone(session, claim, delay));
    }

    /** Work of those who wait behind a backlog, when the last claim saw one. */
    private List<Claim> hidden(WorkKind kind, int most) {
        Set<OrganizationId> busy = backlog.getOrDefault(kind, Set.of());
        return busy.isEmpty() ? List.of() : waiting.next(kind, busy, most).stream().flatMap(key -> claim(key).stream()).toList();
    }

    private static Slice claimDue(Session tx, WorkKind kind, int most) {
        List<Claim> due = tx.on(DUE).set("kind", kind).set("slice", SLICE).list(JdbcWorkQueue::claim);
        List<Claim> fair = inTurns(due).stream().limit(most).toList();
        take(tx, fair);
        Set<OrganizationId> seen = due.stream().map(claim -> claim.key().organization()).collect(Collectors.toUnmodifiableSet());
        return new Slice(fair, seen, due.size() < SLICE);
    }

    private static List<Optional<Claim>> claim(Session tx, List<WorkKey> keys) {
        List<Claim> due = tx.list(READ, keys, WorkRows::fill, JdbcWorkQueue::claim);
        take(tx, due);
        Map<WorkKey, Claim> byKey = due.stream().collect(Collectors.toMap(Claim::key, claim -> claim));
        return keys.stream().map(key -> Optional.ofNullable(byKey.get(key))).toList();
    }

    /** What whoever takes this row will hold. One that is due and still held was left by a holder that nobody has heard of since. */
    private static Claim claim(Row row) {
        var key = new WorkKey(row.id("org_id", OrganizationId::new), row.word("kind", WorkKind.class), row.id("subject", id -> id));
        int strikes = row.integer("strikes") + (row.is("held") ? 1 : 0);
        return new Claim(key, row.number("epoch") + 1, row.integer("attempts"), strikes);
    }

    private static void take(Session tx, List<Claim> claims) {
        tx.run(TAKE, claims, (row, claim) -> WorkRows.fill(row, claim.key()));
    }

    /** The first of every organization, then the second of every organization, and so on; each round by due time. */
    private static List<Claim> inTurns(List<Claim> due) {
        Map<OrganizationId, Integer> rounds = new HashMap<>();
        record Turn(int round, Claim claim) {}
        return due.stream()
                .map(claim -> new Turn(rounds.merge(claim.key().organization(), 1, Integer::sum), claim))
                .sorted(
                        Comparator
                                .comparingInt(Turn::round))
                .map(Turn::claim)
                .toList();
    }

    /**
     * What was claimed of what has been due the longest.
     *
     * @param claims what was claimed
     * @param organizations who was seen
     * @param isAll whether nothing else is due
     */
    private record Slice(List<Claim> claims, Set<OrganizationId> organizations, boolean isAll) {}
}
