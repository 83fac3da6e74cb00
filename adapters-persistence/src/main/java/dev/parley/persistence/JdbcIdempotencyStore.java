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

    private static final Sql LOCK = Sql.of("IdempotencyStore.lock", """
            SELECT fingerprint, message_id, status, body,
              CASE WHEN last_begun > TIMESTAMPADD(SECOND, -60, {now}) THEN 1 ELSE 0 END AS is_recent
            FROM idempotency WHERE org_id = :org AND idem_key = :key FOR UPDATE""");

    private static final Sql BEGIN_AGAIN = Sql.of("IdempotencyStore.beginAgain", """
            UPDATE idempotency SET last_begun = {now} WHERE org_id = :org AND idem_key = :key""");

    private static final Sql FINISH = Sql.of("IdempotencyStore.finish", """
            UPDATE idempotency SET status = :status, body = :body WHERE org_id = :org AND idem_key = :key""");

    private static final Sql ABANDON = Sql.of("IdempotencyStore.abandon", """
            DELETE FROM idempotency WHERE org_id = :org AND idem_key = :key AND status IS NULL""");

    @Override
    public Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message) {
        return database.write("IdempotencyStore.begin", tx -> {
            if (insert(tx, organization, key, fingerprint, message)) {
                return new Attempt.Execute(message);
            }
            if (on(tx, FORGET_OLD, organization, key).changes() && insert(tx, organization, key, fingerprint, message)) {
                return new Attempt.Execute(message);
            }
            // Gone again: whoever began it was refused in between. To ask once more is the caller's business.
            return on(tx, LOCK, organization, key).first(Request::of)
                    .map(r -> again(tx, organization, key, fingerprint, r))
                    .orElseGet(
                            Attempt.InProgress::new);
        });
    }

    @Override
    public void finish(OrganizationId organization, String key, Answer answer) {
        database.write(
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
        database.write("IdempotencyStore.abandon", tx -> on(tx, ABANDON, organization, key).changes());
    }

    private static Attempt again(Session tx, OrganizationId organization, String key, String fingerprint, Request request) {
        if (!request.fingerprint().equals(fingerprint)) {
            return new Attempt.Mismatch();
        }
        if (request.answer().isPresent()) {
            return new Attempt.Replay(request.answer().get());
        }
        if (request.isRecent()) {
            return new Attempt.InProgress();
        }
        on(tx, BEGIN_AGAIN, organization, key).run();
        return new Attempt.Execute(request.message());
    }

    private static boolean insert(Session tx, OrganizationId organization, String key, String fingerprint, MessageId message) {
        return on(tx, INSERT, organization, key).set("fingerprint", fingerprint).set("message", message).inserts();
    }

    private static Statement on(Session tx, Sql sql, OrganizationId organization, String key) {
        return tx.on(sql).set("org", organization).set("key", key);
    }

    private record Request(String fingerprint, MessageId message, boolean isRecent, Optional<Answer> answer) {

        static Request of(Row row) {
            return new Request(
                    row.text("fingerprint"),
                    row.id("message_id", MessageId::new),
                    row.is("is_recent"),
                    row.optionalInteger(
                            "status").map(status -> new Answer(status, row.text("body"))));
        }
    }
}
