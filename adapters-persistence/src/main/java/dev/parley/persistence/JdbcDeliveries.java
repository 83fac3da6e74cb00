package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.message.HandledAs;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryStatus;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record JdbcDeliveries(Database database, WorkRows work) implements Deliveries {

    private static final Sql INSERT = Sql.of("Deliveries.insert", """
            INSERT INTO delivery (org_id, id, agent_id, event, message_id, url, payload, status, attempts, next_attempt_at, created_at)
            VALUES (:org, :id, :agent, :event, :message, :url, :payload, :status, :attempts, :next, :at)""");

    private static final Sql FIND = Sql.of("Deliveries.find", """
            SELECT %s FROM delivery d
            JOIN work w ON w.kind = 'notify' AND w.org_id = d.org_id AND w.subject = d.id
            WHERE d.org_id = :org AND d.id = :id AND w.epoch = :epoch AND w.held = TRUE""".formatted(DeliveryRows.COLUMNS));

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

    private Opened open(Lane lane, List<Delivery> deliveries, List<Claim> claims) {
        deliveries.forEach(d -> insert(lane.tx(), d));
        claims.forEach(c -> work.begin(lane.tx(), c));
        List<MessageId> about = deliveries.stream().map(Delivery::about).toList();
        lane.handle(Lane.Handling.of(about, HandledAs.NOTIFIED));
        return new Opened(claims, lane.release());
    }

    private boolean record(Session tx, Claim claim, Delivery tried, DeliveryFate fate) {
        return switch (fate) {
            case DeliveryFate.Delivered() -> end(tx, claim, tried, DeliveryStatus.DELIVERED);
            case DeliveryFate.Dead() -> end(tx, claim, tried, DeliveryStatus.DEAD);
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
        return session.on(FIND)
                .set("org", claim.key().organization())
                .set("id", claim.key().subject())
                .set("epoch", claim.epoch())
                .first(
                        DeliveryRows::delivery);
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

    private static void insert(Session tx, Delivery d) {
        Statement insert = tx.on(INSERT).set("org", d.organization()).set("id", d.id()).set("agent", d.agent()).set("event", d.event());
        insert.set("message", d.about()).set("url", d.url().toString()).set("payload", d.payload()).set("status", d.status());
        insert.set("attempts", DeliveryRows.attempts(d.attempts())).set("next", d.nextAttemptAt()).set("at", d.createdAt()).inserts();
    }
}
