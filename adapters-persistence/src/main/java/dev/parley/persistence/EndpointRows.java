package dev.parley.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;

/** What is known about endpoints, as rows: none of one of which nothing bad is known. */
final class EndpointRows {

    private static final Sql FIND = Sql.of("EndpointRows.find", """
            SELECT h.failures, h.paused_until, h.disabled_at FROM endpoint h WHERE h.org_id = :org AND h.url_key = :url_key""");

    private static final Sql LOCK = FIND.and("FOR UPDATE");

    private static final Sql INSERT = Sql.of("EndpointRows.insert", """
            INSERT INTO endpoint (org_id, url_key, failures, paused_until, disabled_at) VALUES (:org, :url_key, 0, NULL, NULL)""");

    private static final Sql COUNT = Sql.of("EndpointRows.count", """
            UPDATE endpoint SET failures = failures + 1 WHERE org_id = :org AND url_key = :url_key""");

    private static final Sql PAUSE = Sql.of("EndpointRows.pause", """
            UPDATE endpoint SET paused_until = GREATEST(COALESCE(paused_until, {now}), TIMESTAMPADD(MICROSECOND, :in, {now}))
            WHERE org_id = :org AND url_key = :url_key""");

    private static final Sql TRY_AGAIN = Sql.of("EndpointRows.tryAgain", """
            UPDATE endpoint SET paused_until = TIMESTAMPADD(MICROSECOND, :in, {now})
            WHERE org_id = :org AND url_key = :url_key AND paused_until <= {now}""");

    private static final Sql DISABLE = Sql.of("EndpointRows.disable", """
            UPDATE endpoint SET disabled_at = COALESCE(disabled_at, {now}) WHERE org_id = :org AND url_key = :url_key""");

    private static final Sql FORGET = Sql.of("EndpointRows.forget", """
            DELETE FROM endpoint WHERE org_id = :org AND url_key = :url_key""");

    private EndpointRows() {}

    /** What an address is found by. */
    static UUID key(URI url) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(url.toString().getBytes(UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static EndpointHealth find(Session session, Endpoint endpoint) {
        return on(session, FIND, endpoint).first(EndpointRows::health).orElse(EndpointHealth.GOOD);
    }

    /** Locks its row, which is there from now on. */
    static EndpointHealth lock(Session tx, Endpoint endpoint) {
        return on(tx, LOCK, endpoint).first(EndpointRows::health).orElseGet(() -> {
            on(tx, INSERT, endpoint).inserts();
            return on(tx, LOCK, endpoint).first(EndpointRows::health).orElse(EndpointHealth.GOOD);
        });
    }

    static void count(Session tx, Endpoint endpoint) {
        on(tx, COUNT, endpoint).run();
    }

    static void pause(Session tx, Endpoint endpoint, Duration pause) {
        on(tx, PAUSE, endpoint).set("in", pause).run();
    }

    static boolean tryAgain(Session session, Endpoint endpoint, Duration pause) {
        return on(session, TRY_AGAIN, endpoint).set("in", pause).changes();
    }

    static void disable(Session tx, Endpoint endpoint) {
        lock(tx, endpoint);
        on(tx, DISABLE, endpoint).run();
    }

    static void forget(Session session, Endpoint endpoint) {
        on(session, FORGET, endpoint).run();
    }

    static EndpointHealth health(Row row) {
        return new EndpointHealth(
                row.optionalInteger("failures").orElse(0),
                row.optionalMoment("paused_until"),
                row.optionalMoment("disabled_at"));
    }

    private static Statement on(Session session, Sql sql, Endpoint endpoint) {
        return session.on(sql).set("org", endpoint.organization()).set("url_key", key(endpoint.url()));
    }
}
