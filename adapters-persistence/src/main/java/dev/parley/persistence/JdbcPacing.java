package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Queues of texts. Locks are taken in one order: the number's row, work, message. */
record JdbcPacing(Database database, WorkRows work) implements Pacing {

    private static final Sql SET_GAP = Sql.of("Pacing.setGap", """
            UPDATE pace SET gap_micros = :gap WHERE org_id = :org AND id = :pace""");

    private static final Sql INSERT = Sql.of("Pacing.insert", """
            INSERT INTO pace (org_id, id, gap_micros, free_at) VALUES (:org, :pace, :gap, {now})""");

    private static final Sql HOLD = Sql.of("Pacing.hold", """
            UPDATE pace SET free_at = GREATEST(free_at, TIMESTAMPADD(MICROSECOND, :in, {now})) WHERE org_id = :org AND id = :pace""");

    private static final Sql LOCK = Sql.of("Pacing.lock",
            """
            SELECT gap_micros, TIMESTAMPDIFF(MICROSECOND, {now}, free_at) AS rest FROM pace WHERE org_id = :org AND id = :pace FOR UPDATE""");

    private static final Sql JOIN = Sql.of("Pacing.join", """
            INSERT INTO paced (org_id, message_id, pace_id, contact, urgency, since, tries)
            SELECT m.org_id, m.id, :pace, m.contact, :urgency, m.created_at, :tries FROM message m WHERE m.org_id = :org AND m.id = :id""");

    /** It surely did not leave: only then its rank may fall. */
    private static final Sql WAIT = Sql.of("Pacing.wait", """
            UPDATE message SET status = 'queued', status_rank = 1, updated_at = {now}
            WHERE org_id = :org AND id = :id AND status_rank <= 2""");

    private static final Sql PULL_ALONG = Sql.of("Pacing.pullAlong", """
            UPDATE paced SET urgency = :urgency WHERE org_id = :org AND pace_id = :pace AND urgency > :urgency
              AND contact = (SELECT m.contact FROM message m WHERE m.org_id = :org AND m.id = :id)""");

    private static final Sql FIRST = Sql.of("Pacing.first", """
            SELECT message_id, tries FROM paced WHERE org_id = :org AND pace_id = :pace
            ORDER BY urgency, since, message_id LIMIT 1""");

    private static final Sql LEAVE = Sql.of("Pacing.leave", """
            DELETE FROM paced WHERE org_id = :org AND message_id = :id""");

    @Override
    public Optional<Duration> queue(Claim send, Pace pace) {
        return database.write("Pacing.queue", tx -> {
            setUp(tx, pace);
            Duration rest = lock(tx, pace.lane()).rest();
            if (!work.end(tx, send)) {
                tx.undo();
                return Optional.empty();
            }
            on(tx, JOIN, pace).set("id", send.key().subject()).set("tries", send.attempts()).run();
            MessageKey.of(send).on(tx, WAIT).run();
            on(tx, PULL_ALONG, pace).set("id", send.key().subject()).run();
            work.makeDueUnlessThere(tx, pace.lane(), rest);
            return Optional.of(rest);
        });
    }

    @Override
    public void hold(Pace pace, Duration time) {
        database.write("Pacing.hold", tx -> {
            setUp(tx, pace);
            return on(tx, HOLD, pace.lane()).set("in", time).changes();
        });
    }

    @Override
    public Turn next(Claim lane) {
        var before = new AtomicReference<Turn>(new Turn.Over());
        return database.write("Pacing.next", tx -> {
            State state = lock(tx, lane.key());
            // When it is given back already, perhaps by our own commit whose answer was lost.
            Turn turn = work.lock(tx, lane).isPresent() ? next(tx, lane, state) : again(tx, before.get());
            before.set(turn);
            return turn;
        });
    }

    private Turn again(Session tx, Turn before) {
        return before instanceof Turn.Go go && work.holds(tx, go.send()) ? go : new Turn.Over();
    }

    private Turn next(Session tx, Claim lane, State state) {
        if (state.rest().isPositive()) {
            work.beginLater(tx, lane, state.rest());
            return new Turn.Wait(state.rest());
        }
        return first(tx, lane, state);
    }

    private Turn first(Session tx, Claim lane, State state) {
        Optional<Waiting> first = on(tx, FIRST, lane.key()).first(Waiting::of);
        while (first.isPresent()) {
            Waiting waiting = first.get();
            var text = new MessageKey(lane.key().organization(), waiting.message());
            text.on(tx, LEAVE).run();
            if (isSendable(tx, text)) {
                return go(tx, lane, state, waiting.claim(work, text));
            }
            first = on(tx, FIRST, lane.key()).first(Waiting::of);
        }
        work.end(tx, lane);
        return new Turn.Over();
    }

    private Turn go(Session tx, Claim lane, State state, Claim send) {
        work.begin(tx, send);
        on(tx, HOLD, lane.key()).set("in", state.gap()).run();
        work.beginLater(tx, lane, state.gap());
        return new Turn.Go(JdbcOutbox.leave(tx, MessageKey.of(send)), send, state.gap());
    }

    /** Locks a text, and says whether it is still to be sent; one to a contact who has opted out is suppressed. */
    private static boolean isSendable(Session tx, MessageKey text) {
        Optional<OutboundMessage> waiting = JdbcOutbox.lock(tx, text).filter(JdbcOutbox::isToLeave);
        boolean isStopped = waiting.filter(message -> JdbcOutbox.isOptedOut(tx, message.header())).isPresent();
        if (isStopped) {
            JdbcOutbox.OPTED_OUT.raise(tx, text);
        }
        return waiting.isPresent() && !isStopped;
    }

    private static void setUp(Session tx, Pace pace) {
        if (!gap(tx, SET_GAP, pace).changes() && !gap(tx, INSERT, pace).inserts()) {
            gap(tx, SET_GAP, pace).run();
        }
    }

    private static Statement gap(Session tx, Sql sql, Pace pace) {
        return on(tx, sql, pace.lane()).set("gap", pace.gap());
    }

    private static State lock(Session tx, WorkKey lane) {
        return on(tx, LOCK, lane).first(State::of).orElse(State.NONE);
    }

    private static Statement on(Session tx, Sql sql, Pace pace) {
        return on(tx, sql, pace.lane()).set("urgency", place(pace.urgency()));
    }

    /** As it is stored: the smaller goes first. */
    private static int place(Pace.Urgency urgency) {
        return switch (urgency) {
            case REPLY -> 0;
            case REQUEST -> 1;
            case SCHEDULED -> 2;
        };
    }

    private static Statement on(Session tx, Sql sql, WorkKey lane) {
        return tx.on(sql).set("org", lane.organization()).set("pace", lane.subject());
    }

    /** How far apart texts go, and how long until the next may. */
    private record State(Duration gap, Duration rest) {

        static final State NONE = new State(Duration.ZERO, Duration.ZERO);

        static State of(Row row) {
            return new State(Duration.of(row.number("gap_micros"), ChronoUnit.MICROS), Duration.of(row.number("rest"), ChronoUnit.MICROS));
        }
    }

    /** A text that is first in its queue, and how often it was tried before. */
    private record Waiting(MessageId message, int tries) {

        static Waiting of(Row row) {
            return new Waiting(row.id("message_id", MessageId::new), row.integer("tries"));
        }

        Claim claim(WorkRows work, MessageKey text) {
            Claim first = work.first(WorkKey.send(text.organization(), message));
            return new Claim(first.key(), first.epoch(), tries);
        }
    }
}
