package dev.parley.persistence;

import dev.parley.persistence.Listing.Filter;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.out.Turn;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record JdbcDeliveries(Database database, WorkRows work) implements Deliveries {

    private static final Sql INSERT = Sql.of("Deliveries.insert", """
            INSERT INTO delivery (org_id, id, agent_id, event, message_id, conversation_id, url, url_key, payload, status, attempts,
              next_attempt_at, created_at)
            VALUES (:org, :id, :agent, :event, :message, :conversation, :url, :url_key, :payload, :status, :attempts, NULL, :at)""");

    private static final Sql FIND = Sql.of("Deliveries.find", """
            SELECT %s FROM delivery d
            JOIN work w ON w.kind = 'notify' AND w.org_id = d.org_id AND w.subject = d.id
            WHERE d.org_id = :org AND d.id = :id AND w.epoch = :epoch AND w.held = TRUE""".formatted(DeliveryRows.COLUMNS));

    /** next_attempt_at is empty in what was never tried, and nothing else about it is of interest here: work has the time. */
    private static final Sql TURN = Sql.of("Deliveries.turn", """
            SELECT %s, d.replayed_after, d.replayed_at, h.failures, h.paused_until, h.disabled_at, EXISTS (
                SELECT 1 FROM delivery e JOIN work v ON v.kind = 'notify' AND v.org_id = e.org_id AND v.subject = e.id
                WHERE e.org_id = d.org_id AND e.conversation_id = d.conversation_id AND e.status = 'pending' AND e.url_key = d.url_key
                  AND e.created_at <= d.created_at AND (e.created_at < d.created_at OR e.id < d.id)
                  AND (v.held = TRUE OR v.due_at <= {now} OR e.next_attempt_at IS NULL)) AS is_behind
            FROM delivery d
            JOIN work w ON w.kind = 'notify' AND w.org_id = d.org_id AND w.subject = d.id
            LEFT JOIN endpoint h ON h.org_id = d.org_id AND h.url_key = d.url_key
            WHERE d.org_id = :org AND d.id = :id AND w.epoch = :epoch AND w.held = TRUE""".formatted(DeliveryRows.COLUMNS));

    private static final Sql NEXT = Sql.of("Deliveries.next", """
            SELECT e.id, e.next_attempt_at FROM delivery e
            WHERE e.org_id = :org AND e.status = 'pending' AND e.url_key = :url_key
              AND e.conversation_id = (SELECT d.conversation_id FROM delivery d WHERE d.org_id = :org AND d.id = :id)
              AND e.created_at >= :created_at AND (e.created_at > :created_at OR e.id > :id)
            ORDER BY e.created_at, e.id LIMIT 1""");

    private static final Sql SHOW = Sql.of("Deliveries.show", """
            SELECT %s FROM delivery d WHERE d.org_id = :org AND d.id = :id""".formatted(DeliveryRows.SHOWN));

    private static final Sql LIST = Sql.of("Deliveries.list", """
            SELECT %s FROM delivery d WHERE d.org_id = :org""".formatted(DeliveryRows.SHOWN));

    private static final Sql REPLAY = Sql.of("Deliveries.replay", """
            UPDATE delivery SET status = 'pending', url = :url, url_key = :url_key, replayed_after = :tries, replayed_at = {now},
              next_attempt_at = {now}
            WHERE org_id = :org AND id = :id""");

    private static final Sql RECORD = Sql.of("Deliveries.record", """
            UPDATE delivery SET status = :status, attempts = :attempts, next_attempt_at = NULL WHERE org_id = :org AND id = :id""");

    private static final Sql RECORD_RETRY = Sql.of("Deliveries.recordRetry", """
            UPDATE delivery SET attempts = :attempts, next_attempt_at = TIMESTAMPADD(MICROSECOND, :in, {now})
            WHERE org_id = :org AND id = :id""");

    @Override
    public Opened open(Claim claim, List<Delivery> deliveries) {
        List<Claim> claims = deliveries.stream().map(d -> work.first(WorkKey.notify(d.organization(), d.id()))).toList();
        return database.write(
                "Deliveries.open",
                tx -> Lane.lock(tx, work, claim)
                        .map(lane -> open(lane, deliveries, claims))
                        .orElseGet(() -> new Opened(List.of(), Release.FENCED)));
    }

    @Override
    public Optional<Delivery> find(Claim claim) {
        return database.read("Deliveries.find", session -> find(session, claim));
    }

    @Override
    public Optional<Turn> turn(Claim claim) {
        return database.read("Deliveries.turn", session -> on(session, TURN, claim).first(DeliveryRows::turn));
    }

    @Override
    public Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
        return database.read("Deliveries.show", session -> show(session, organization, id));
    }

    @Override
    public Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page) {
        return database.read(
                "Deliveries.list",
                session -> new Listing<>(LIST, Listing.Order.by("d", ""), DeliveryRows::delivery).set("org", organization)
                        .where(new Filter("d.status = :status", "status", filter.status()))
                        .where(new Filter("d.created_at >= :since", "since", filter.since()))
                        .where(new Filter("d.created_at < :until", "until", filter.until()))
                        .page(session, page));
    }

    @Override
    public boolean replay(OrganizationId organization, DeliveryId id, URI url) {
        return database.write("Deliveries.replay", tx -> {
            if (show(tx, organization, id).isEmpty()) {
                return false;
            }
            work.makeDue(tx, WorkKey.notify(organization, id), Duration.ZERO, false);
            // Read again, now that nobody can add an attempt: whoever records one locks the work first.
            int tries = show(tx, organization, id).map(d -> d.attempts().size()).orElse(0);
            Statement replay = tx.on(REPLAY).set("org", organization).set("id", id).set("tries", tries);
            return replay.set("url", url.toString()).set("url_key", EndpointRows.key(url)).changes();
        });
    }

    @Override
    public boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
        return database.write(
                "Deliveries.record",
                tx -> work.lock(tx, claim)
                        .flatMap(_ -> find(tx, claim))
                        .map(
                                d -> record(
                                        tx,
                                        claim,
                                        tried(
                                                d,
                                                attempt),
                                        fate))
                        .orElse(false));
    }

    @Override
    public Optional<WorkKey> callNext(Delivery done) {
        return database.read("Deliveries.next", session -> next(session, done))
                .filter(key -> database.change("Deliveries.callNext", session -> work.putOff(session, key, Duration.ZERO)));
    }

    private static Optional<WorkKey> next(Session session, Delivery done) {
        return session.on(NEXT)
                .set("org", done.organization())
                .set("id", done.id())
                .set("url_key", EndpointRows.key(done.url()))
                .set("created_at", done.createdAt())
                .first(Behind::of)
                .filter(Behind::isUntried)
                .map(behind -> WorkKey.notify(done.organization(), behind.id()));
    }

    private record Behind(DeliveryId id, Optional<Instant> nextAttemptAt) {

        static Behind of(Row row) {
            return new Behind(row.id("id", DeliveryId::new), row.optionalMoment("next_attempt_at"));
        }

        boolean isUntried() {
            return nextAttemptAt.isEmpty();
        }
    }

    private Opened open(Lane lane, List<Delivery> deliveries, List<Claim> claims) {
        deliveries.forEach(d -> insert(lane, d));
        claims.forEach(c -> work.begin(lane.tx(), c));
        List<MessageId> about = deliveries.stream().map(Delivery::about).toList();
        lane.handle(Lane.Handling.of(about, HandledAs.NOTIFIED));
        return new Opened(claims, lane.release());
    }

    private boolean record(Session tx, Claim claim, Delivery tried, DeliveryFate fate) {
        return switch (fate) {
            case DeliveryFate.Delivered() -> end(tx, claim, tried, DeliveryStatus.DELIVERED);
            case DeliveryFate.Dead() -> end(tx, claim, tried, DeliveryStatus.DEAD);
            case DeliveryFate.Gone() -> {
                EndpointRows.disable(tx, tried.endpoint());
                yield end(tx, claim, tried, DeliveryStatus.DEAD);
            }
            case DeliveryFate.Retry(Duration delay) -> {
                on(tx, RECORD_RETRY, tried).set("in", delay).run();
                yield work.postpone(tx, claim, delay);
            }
        };
    }

    private boolean end(Session tx, Claim claim, Delivery tried, DeliveryStatus status) {
        on(tx, RECORD, tried).set("status", status).run();
        return work.end(tx, claim);
    }

    private static Statement on(Session tx, Sql sql, Delivery tried) {
        return tx.on(sql).set("org", tried.organization()).set("id", tried.id()).set("attempts", DeliveryRows.attempts(tried.attempts()));
    }

    private static Optional<Delivery> find(Session session, Claim claim) {
        return on(session, FIND, claim).first(DeliveryRows::delivery);
    }

    private static Statement on(Session session, Sql sql, Claim claim) {
        WorkKey key = claim.key();
        return session.on(sql).set("org", key.organization()).set("id", key.subject()).set("epoch", claim.epoch());
    }

    private static Optional<Delivery> show(Session session, OrganizationId organization, DeliveryId id) {
        return session.on(SHOW).set("org", organization).set("id", id).first(DeliveryRows::delivery);
    }

    private static Delivery tried(Delivery d, DeliveryAttempt attempt) {
        List<DeliveryAttempt> attempts = Stream.concat(d.attempts().stream(), Stream.of(attempt)).toList();
        return new Delivery(
                d.id(),
                d.organization(),
                d.agent(),
                d.event(),
                d.about(),
                d.url(),
                d.payload(),
                d.status(),
                attempts,
                d
                        .nextAttemptAt(),
                d.createdAt());
    }

    private static void insert(Lane lane, Delivery d) {
        Statement insert = lane.tx().on(INSERT).set("org", d.organization()).set("id", d.id()).set("agent", d.agent());
        insert.set("event", d.event()).set("message", d.about()).set("conversation", lane.conversation());
        insert.set("url", d.url().toString()).set("url_key", EndpointRows.key(d.url())).set("payload", d.payload());
        insert.set("status", d.status()).set("attempts", DeliveryRows.attempts(d.attempts())).set("at", d.createdAt()).inserts();
    }
}
