package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.out.IdempotencyStore;
import java.util.Optional;

record JdbcIdempotencyStore(Database database) implements IdempotencyStore {

    private static final Sql INSERT = Sql.of("IdempotencyStore.insert", """
            INSERT INTO idempotency (org_id, idem_key, fingerprint, message_id, first_begun, last_begun)
            VALUES (:org, :key, :fingerprint, :message, {now}, {now})""");

    private static final Sql FORGET_OLD = Sql.of("IdempotencyStore.forgetOld", """
            DELETE FROM idempotency WHERE org_id = :org AND idem_key = :key AND first_begun < TIMESTAMPADD(DAY, -7, {now})""");

    /** For all organizations: nobody asks for these any more. */
    private static final Sql FORGET_ALL_OLD = Sql.of("IdempotencyStore.forgetAllOld", """
            DELETE FROM idempotency WHERE first_begun < TIMESTAMPADD(DAY, -7, {now}) LIMIT 500""");

    private static final Sql LOCK = Sql.of("IdempotencyStore.lock", """
            SELECT fingerprint, message_id, status, body,
              CASE WHEN last_begun > TIMESTAMPADD(SECOND, -60, {now}) THEN 1 ELSE 0 END AS is_recent
            FROM idempotency WHERE org_id = :org AND idem_key = :key FOR UPDATE""");

    private static final Sql BEGIN_AGAIN = Sql.of("IdempotencyStore.beginAgain", """
            UPDATE idempotency SET last_begun = {now} WHERE org_id = :org AND idem_key = :key""");

    private static final Sql FINISH = Sql.of("IdempotencyStore.finish", """
            UPDATE idempotency SET status = :status, body = :body WHERE org_id = :org AND idem_key = :key AND status IS NULL""");

    private static final Sql ABANDON = Sql.of("IdempotencyStore.abandon", """
            DELETE FROM idempotency WHERE org_id = :org AND idem_key = :key AND status IS NULL""");

    @Override
    public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
        var request = new Request(organization, key, fingerprint, message);
        boolean isFirst = database.change("IdempotencyStore.begin", request::insert);
        return isFirst ? new Attempt.Execute(message) : database.write("IdempotencyStore.again", tx -> again(tx, request));
    }

    @Override
    public void finish(OrganizationId organization, String key, Answer answer) {
        database.change(
                "IdempotencyStore.finish",
                tx -> on(tx, FINISH, organization, key).set("status", answer.status())
                        .set(
                                "body",
                                answer
                                        .body())
                        .changes());
    }

    @Override
    public void abandon(OrganizationId organization, String key) {
        database.change("IdempotencyStore.abandon", tx -> on(tx, ABANDON, organization, key).changes());
    }

    /** Removes what is older than it is kept, a little at a time so that nobody waits for it. */
    void forgetOld() {
        long forgotten;
        do {
            forgotten = database.change("IdempotencyStore.forgetOld", session -> session.on(FORGET_ALL_OLD).run());
        } while (forgotten > 0);
    }

    private static Attempt again(Session tx, Request request) {
        if (request.on(tx, FORGET_OLD).changes() && request.insert(tx)) {
            return new Attempt.Execute(request.message());
        }
        // Gone: whoever began it was refused in between. To ask once more is the caller's business.
        return request.on(tx, LOCK).first(First::of).map(first -> again(tx, request, first)).orElseGet(Attempt.InProgress::new);
    }

    private static Attempt again(Session tx, Request request, First first) {
        if (!first.fingerprint().equals(request.fingerprint())) {
            return new Attempt.Mismatch();
        }
        if (first.answer().isPresent()) {
            return new Attempt.Replay(first.answer().get());
        }
        if (first.isRecent()) {
            return new Attempt.InProgress();
        }
        request.on(tx, BEGIN_AGAIN).run();
        return new Attempt.Execute(first.message());
    }

    private static Statement on(Session session, Sql sql, OrganizationId organization, String key) {
        return session.on(sql).set("org", organization).set("key", key);
    }

    /** A request as it is asked now. */
    private record Request(OrganizationId organization, String key, String fingerprint, MessageId message) {

        Statement on(Session session, Sql sql) {
            return JdbcIdempotencyStore.on(session, sql, organization, key);
        }

        boolean insert(Session session) {
            return on(session, INSERT).set("fingerprint", fingerprint).set("message", message).inserts();
        }
    }

    /** The request that named the key first. */
    private record First(String fingerprint, MessageId message, boolean isRecent, Optional<Answer> answer) {

        static First of(Row row) {
            return new First(
                    row.text("fingerprint"),
                    row.id("message_id", MessageId::new),
                    row.is("is_recent"),
                    row.optionalInteger("status").map(status -> new Answer(status, row.text("body"))));
        }
    }
}
