package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.out.Acceptance;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.LongTexts;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The row of a text is locked before its parts and its work. */
record JdbcLongTexts(Database database, WorkRows work) implements LongTexts {

    private static final Sql LOCK_WAITING = Sql.of("LongTexts.lockWaiting", """
            SELECT t.id, CASE WHEN t.created_at > TIMESTAMPADD(MICROSECOND, :in, {now}) THEN 1 ELSE 0 END AS is_recent
            FROM long_text t
            WHERE t.org_id = :org AND t.connection_id = :connection AND t.from_address = :from AND t.to_address = :to
              AND t.reference = :reference AND t.total = :total AND t.waiting = TRUE
            FOR UPDATE""");

    private static final Sql BEGIN = Sql.of("LongTexts.begin", """
            INSERT INTO long_text (org_id, id, connection_id, from_address, to_address, reference, total, waiting, created_at)
            VALUES (:org, :id, :connection, :from, :to, :reference, :total, TRUE, {now})""");

    private static final Sql CLOSE = Sql.of("LongTexts.close", """
            UPDATE long_text SET waiting = NULL WHERE org_id = :org AND id = :id""");

    private static final Sql LOCK_HELD = Sql.of("LongTexts.lockHeld", """
            SELECT t.connection_id, t.from_address, t.to_address, t.reference, t.total
            FROM long_text t
            {then join} work w ON w.kind = 'join' AND w.org_id = t.org_id AND w.subject = t.id
            WHERE t.org_id = :org AND t.id = :id AND w.epoch = :epoch AND w.held = TRUE
            FOR UPDATE""");

    private static final Sql REMOVE = Sql.of("LongTexts.remove", """
            DELETE FROM long_text WHERE org_id = :org AND id = :id""");

    /** For all organizations: nobody repeats these any more. */
    private static final Sql FORGET_ALL_OLD = Sql.of("LongTexts.forgetAllOld", """
            DELETE FROM long_text_part WHERE joined_at < TIMESTAMPADD(HOUR, -72, {now}) LIMIT 500""");

    @Override
    public Acceptance add(TextPart part) {
        return database.write("LongTexts.add", tx -> store(tx, part));
    }

    @Override
    public Optional<LongText> gather(Claim claim) {
        return database.write("LongTexts.gather", tx -> lock(tx, claim).map(gathered -> {
            on(tx, CLOSE, claim.key()).run();
            return gathered.text(tx, claim.key());
        }));
    }

    @Override
    public boolean finish(Claim claim) {
        return database.write("LongTexts.finish", tx -> lock(tx, claim).map(_ -> {
            LongTextParts.strip(tx, claim.key());
            on(tx, REMOVE, claim.key()).run();
            return work.end(tx, claim);
        }).orElse(false));
    }

    /** Removes the names that were kept long enough, a few at a time so that nobody waits for it. */
    void forgetOld() {
        long forgotten;
        do {
            forgotten = database.change("LongTexts.forgetOld", session -> session.on(FORGET_ALL_OLD).run());
        } while (forgotten > 0);
    }

    private Acceptance store(Session tx, TextPart part) {
        UUID text = join(tx, part);
        WorkKey key = WorkKey.join(part.organization(), text);
        if (LongTextParts.isKnownElsewhere(tx, part) || !LongTextParts.insert(tx, part, text)) {
            tx.undo();
            return new Acceptance.Duplicate();
        }
        if (text.equals(part.newText())) {
            work.makeDue(tx, key, PATIENCE, false);
        }
        if (LongTextParts.count(tx, key) < part.part().total()) {
            return new Acceptance.Stored(Optional.empty());
        }
        on(tx, CLOSE, key).run();
        work.makeDue(tx, key, Duration.ZERO, true);
        return new Acceptance.Stored(Optional.of(new Acceptance.Due(key, Duration.ZERO)));
    }

    /** The text that the part belongs to, locked; a new one when none waits. */
    private static UUID join(Session tx, TextPart part) {
        Optional<Waiting> waiting = lockWaiting(tx, part).or(() -> lockWaitingElsewhere(tx, part));
        if (waiting.isPresent() && waiting.get().isRecent()) {
            return waiting.get().id();
        }
        waiting.ifPresent(old -> on(tx, CLOSE, WorkKey.join(part.organization(), old.id())).run());
        boolean isFirst = of(part, tx.on(BEGIN)).set("id", part.newText()).inserts();
        // When somebody else began it at the same moment, it is there by now.
        return isFirst ? part.newText() : lockWaiting(tx, part).map(Waiting::id).orElse(part.newText());
    }

    private static Optional<Waiting> lockWaiting(Session tx, TextPart part) {
        return of(part, tx.on(LOCK_WAITING)).set("in", PATIENCE.negated())
                .first(row -> new Waiting(row.id("id", id -> id), row.is("is_recent")));
    }

    /** Its number may have gone from one connection to another since the first part came. */
    private static Optional<Waiting> lockWaitingElsewhere(Session tx, TextPart part) {
        return Siblings.of(tx, part.organization(), part.connection())
                .stream()
                .flatMap(other -> lockWaiting(tx, through(other, part)).stream())
                .filter(Waiting::isRecent)
                .findFirst();
    }

    private static TextPart through(ConnectionId other, TextPart p) {
        return new TextPart(p.newText(), p.organization(), other, p.from(), p.to(), p.text());
    }

    private static Optional<LongTextParts> lock(Session tx, Claim claim) {
        return on(tx, LOCK_HELD, claim.key()).set("epoch", claim.epoch()).first(LongTextParts::of);
    }

    private static Statement of(TextPart part, Statement statement) {
        return statement.set("org", part.organization())
                .set("connection", part.connection())
                .set("from", part.from())
                .set("to", part.to())
                .set("reference", part.part().reference())
                .set("total", part.part().total());
    }

    private static Statement on(Session tx, Sql sql, WorkKey key) {
        return tx.on(sql).set("org", key.organization()).set("id", key.subject());
    }

    /** A text that has not got all its parts. */
    private record Waiting(UUID id, boolean isRecent) {}
}
