package dev.parley.persistence;

import dev.parley.ports.out.Acceptance;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The rows of work, as the steps that make and end work see them; claiming them is {@link JdbcWorkQueue}'s. Thread-safe. */
record WorkRows(InstantSource clock, AtomicInteger made) {

    private static final int WITHIN_A_MICROSECOND = 2048;

    private static final SqlFamily INSERT = SqlFamily.of("WorkRows.insert", """
            INSERT INTO work (kind, org_id, subject, due_at, epoch, attempts, held, in_flight)
            VALUES %s""", """
            (:kind%1$d, :org%1$d, :subject%1$d, TIMESTAMPADD(MICROSECOND, :in%1$d, {now}), :epoch%1$d, :attempts%1$d, :held%1$d,
              :in_flight%1$d)"""::formatted, ", ");

    private static final Sql PUT_OFF = Sql.of("WorkRows.putOff", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now})
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND held = FALSE""");

    private static final Sql POSTPONE = Sql.of("WorkRows.postpone", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now}), held = FALSE, strikes = 0
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql TRY_LATER = Sql.of("WorkRows.tryLater", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now}), held = FALSE, in_flight = FALSE, strikes = 0
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql FAIL = Sql.of("WorkRows.fail", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now}), held = FALSE, strikes = strikes + :strikes
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql BEGIN_ANEW = Sql.of("WorkRows.beginAnew", """
            UPDATE work SET due_at = {now}, held = FALSE, in_flight = FALSE, attempts = 0, strikes = 0
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql BEGIN_LATER = Sql.of("WorkRows.beginLater", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now}), held = FALSE, in_flight = FALSE, attempts = 0, strikes = 0
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql MARK_IN_FLIGHT = Sql.of("WorkRows.markInFlight", """
            UPDATE work SET in_flight = TRUE
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final SqlFamily END = SqlFamily.of("WorkRows.end", """
            DELETE FROM work WHERE held = TRUE AND (%s)""", """
            (subject = :subject%1$d AND kind = :kind%1$d AND org_id = :org%1$d AND epoch = :epoch%1$d)"""::formatted, " OR ");

    private static final Sql DROP = Sql.of("WorkRows.drop", """
            DELETE FROM work WHERE kind = :kind AND org_id = :org AND subject = :subject AND held = FALSE""");

    private static final Sql REVOKE = Sql.of("WorkRows.revoke", """
            DELETE FROM work WHERE kind = :kind AND org_id = :org AND subject = :subject""");

    private static final Sql HOLDS = Sql.of("WorkRows.holds", """
            SELECT in_flight FROM work
            WHERE kind = :kind AND org_id = :org AND subject = :subject AND epoch = :epoch AND held = TRUE""");

    private static final Sql LOCK = HOLDS.and("FOR UPDATE");

    /** A claim on work that is yet to be made by whoever will hold it. */
    Claim first(WorkKey key) {
        return new Claim(key, epoch(), 0);
    }

    /** Makes work that is held from the start; for a text that means: it may be with the provider any moment now. */
    void begin(Session tx, Claim claim) {
        begin(tx, List.of(claim));
    }

    /** Makes work that is held from the start, all of it new. */
    void begin(Session tx, List<Claim> claims) {
        tx.run(
                INSERT,
                claims,
                (row, claim) -> fill(row, claim.key()).set("in", Claim.LEASE)
                        .set("epoch", claim.epoch())
                        .set("attempts", claim.attempts() + 1)
                        .set("held", true)
                        .set("in_flight", true));
    }

    /** Makes it due in that time, unless somebody has it: then he will find out when he gives it back. */
    void makeDue(Session tx, WorkKey key, Duration in, boolean isProbablyThere) {
        if (isProbablyThere && putOff(tx, key, in)) {
            return;
        }
        if (!insert(tx, List.of(new Acceptance.Due(key, in))) && !isProbablyThere) {
            putOff(tx, key, in);
        }
    }

    /** Makes work due that is probably not there; see {@link #makeDue}. */
    void makeDue(Session tx, List<Acceptance.Due> due) {
        if (!insert(tx, due)) {
            due.forEach(one -> makeDue(tx, one.key(), one.in(), false));
        }
    }

    private boolean insert(Session tx, List<Acceptance.Due> due) {
        return tx.inserts(
                INSERT,
                due,
                (row, one) -> fill(row, one.key()).set("in", one.in())
                        .set("epoch", epoch())
                        .set("attempts", 0)
                        .set("held", false)
                        .set("in_flight", false));
    }

    /** In which order several are locked. */
    static String order(WorkKey key) {
        return key.organization().value() + " " + key.subject() + " " + key.kind();
    }

    static Statement.Nth fill(Statement.Nth row, WorkKey key) {
        return row.set("kind", key.kind()).set("org", key.organization()).set("subject", key.subject());
    }

    /** Makes new work due at that moment. */
    void makeDueAt(Session tx, WorkKey key, Instant moment) {
        makeDue(tx, key, Duration.between(clock.instant(), moment), false);
    }

    /** Makes it due in that time; work that is there already is left as it is. */
    void makeDueUnlessThere(Session tx, WorkKey key, Duration in) {
        insert(tx, List.of(new Acceptance.Due(key, in.isPositive() ? in : Duration.ZERO)));
    }

    /** Ends work whoever holds it; false when it is over already. */
    static boolean revoke(Session session, WorkKey key) {
        return on(session, REVOKE, key).changes();
    }

    boolean holds(Session session, Claim claim) {
        return held(session, HOLDS, claim).exists();
    }

    /** Locks it, and says whether a request of its holder may have left; empty when the claim no longer holds. */
    Optional<Boolean> lock(Session tx, Claim claim) {
        return held(tx, LOCK, claim).first(row -> row.is("in_flight"));
    }

    /** Gives it back when what was tried surely did not happen. */
    boolean tryLater(Session tx, Claim claim, Duration delay) {
        return held(tx, TRY_LATER, claim).set("in", delay).changes();
    }

    /** Gives it back without a word of what came of it. */
    boolean postpone(Session tx, Claim claim, Duration delay) {
        return held(tx, POSTPONE, claim).set("in", delay).changes();
    }

    /** Gives it back as work that failed its holder. */
    boolean fail(Session tx, Claim claim, Duration delay) {
        return held(tx, FAIL, claim).set("in", delay).set("strikes", Claim.FAULT).changes();
    }

    boolean beginAnew(Session tx, Claim claim) {
        return held(tx, BEGIN_ANEW, claim).changes();
    }

    /** Gives it back, due in that time, as if it had never been tried. */
    boolean beginLater(Session tx, Claim claim, Duration delay) {
        return held(tx, BEGIN_LATER, claim).set("in", delay).changes();
    }

    boolean markInFlight(Session tx, Claim claim) {
        return held(tx, MARK_IN_FLIGHT, claim).changes();
    }

    boolean end(Session tx, Claim claim) {
        return end(tx, List.of(claim));
    }

    /** Ends all of it; false when not all of the claims hold. */
    boolean end(Session tx, List<Claim> claims) {
        return tx.run(END, claims, (row, claim) -> fill(row, claim.key()).set("epoch", claim.epoch())) == claims.size();
    }

    /** Ends work that nobody has and that there is no reason for any more. */
    static boolean drop(Session session, WorkKey key) {
        return on(session, DROP, key).changes();
    }

    /** Makes it due in that time; false when it is over, or somebody has it. */
    boolean putOff(Session tx, WorkKey key, Duration in) {
        return on(tx, PUT_OFF, key).set("in", in).changes();
    }

    /** Later than every epoch of work of before, and another one than that of whoever begins the same work this microsecond. */
    private long epoch() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return micros * WITHIN_A_MICROSECOND + Math.floorMod(made.getAndIncrement(), WITHIN_A_MICROSECOND);
    }

    private static Statement held(Session session, Sql sql, Claim claim) {
        return on(session, sql, claim.key()).set("epoch", claim.epoch());
    }

    static Statement on(Session session, Sql sql, WorkKey key) {
        return session.on(sql).set("kind", key.kind()).set("org", key.organization()).set("subject", key.subject());
    }
}
