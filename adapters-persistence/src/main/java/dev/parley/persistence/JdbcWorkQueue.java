package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Claims rows of work.
 *
 * <p>Fairness of {@link #claimDue}: among the {@value #SLICE} rows that have been due the longest, every organization gets its first
 * before any gets its second. An organization whose oldest row is not among them waits until it is; to look further, the database
 * would have to sort, and lock, everything that is due.
 */
final class JdbcWorkQueue implements WorkQueue {

    static final int SLICE = 256;

    private static final Sql READ = Sql.of("WorkQueue.read",
            """
            SELECT epoch, attempts, held, strikes FROM work WHERE kind = :kind AND org_id = :org AND subject = :subject AND due_at <= {now}""");

    /** Whoever read the row is the first to change it since, or gets nothing. Strikes before held: MySQL assigns in this order. */
    private static final Sql CLAIM = Sql.of("WorkQueue.claim", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :lease, {now}), epoch = epoch + 1, attempts = attempts + 1,
              strikes = CASE WHEN held = TRUE THEN strikes + 1 ELSE strikes END, held = TRUE
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND due_at <= {now}""");

    private static final Sql DUE = Sql.of("WorkQueue.due", """
            SELECT org_id, subject, epoch, attempts, held, strikes FROM work
            WHERE kind = :kind AND due_at <= {now}
            ORDER BY due_at, subject LIMIT :slice FOR UPDATE SKIP LOCKED""");

    private static final SqlFamily TAKE = SqlFamily.of("WorkQueue.take", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :lease, {now}), epoch = epoch + 1, attempts = attempts + 1,
              strikes = CASE WHEN held = TRUE THEN strikes + 1 ELSE strikes END, held = TRUE
            WHERE kind = :kind AND (%s)""", "(org_id = :org%1$d AND subject = :subject%1$d)"::formatted, " OR ");

    private static final Sql RENEW = Sql.of("WorkQueue.renew", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :lease, {now})
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private final Database database;
    private final WorkRows rows;

    /** H2 counts rows that others have locked towards LIMIT: a second claimer would find nothing where there is enough. */
    private final ReentrantLock oneClaimer = new ReentrantLock();

    JdbcWorkQueue(Database database, WorkRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Optional<Claim> claim(WorkKey key) {
        return database.change(
                "WorkQueue.claim",
                session -> WorkRows.on(session, READ, key)
                        .first(row -> claim(key, row))
                        .filter(claim -> take(session, claim)));
    }

    @Override
    public List<Claim> claimDue(WorkKind kind, int most) {
        oneClaimer.lock();
        try {
            return database.write("WorkQueue.claimDue", tx -> claimDue(tx, kind, most));
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

    private static List<Claim> claimDue(Session tx, WorkKind kind, int most) {
        List<Claim> due = tx.on(DUE)
                .set("kind", kind)
                .set("slice", SLICE)
                .list(
                        row -> claim(new WorkKey(row.id("org_id", OrganizationId::new), kind, row.id("subject", id -> id)), row));
        List<Claim> fair = inTurns(due).stream().limit(most).toList();
        TAKE.lots(fair).forEach(lot -> take(tx, kind, lot));
        return fair;
    }

    /** A row that is due and still held was left by a holder that nobody has heard of since. */
    private static Claim claim(WorkKey key, Row row) {
        int strikes = row.integer("strikes") + (row.is("held") ? 1 : 0);
        return new Claim(key, row.number("epoch") + 1, row.integer("attempts"), strikes);
    }

    private static boolean take(Session session, Claim claim) {
        return WorkRows.on(session, CLAIM, claim.key()).set("lease", Claim.LEASE).set("epoch", claim.epoch() - 1).changes();
    }

    private static void take(Session tx, WorkKind kind, List<Claim> claims) {
        Statement statement = tx.on(TAKE.of(claims.size())).set("kind", kind).set("lease", Claim.LEASE);
        for (int i = 0; i < claims.size(); i++) {
            WorkKey key = claims.get(i).key();
            statement.set("org" + i, key.organization()).set("subject" + i, key.subject());
        }
        statement.run();
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
}
