package dev.parley.persistence;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.out.Endpoints;
import java.time.Duration;
import java.util.List;

record JdbcEndpoints(Database database) implements Endpoints {

    /** More wait for their own time: it is minutes away. */
    private static final int MOST_RELEASED = 10_000;

    private static final Sql WAITING = Sql.of("Endpoints.waiting", """
            SELECT d.id FROM delivery d WHERE d.org_id = :org AND d.url_key = :url_key AND d.status = 'pending'
            ORDER BY d.created_at, d.id LIMIT :most""");

    private static final SqlFamily RELEASE = SqlFamily.of("Endpoints.release", """
            UPDATE work SET due_at = TIMESTAMPADD(MICROSECOND, :in, {now})
            WHERE kind = 'notify' AND org_id = :org AND held = FALSE AND subject IN (%s)""", ":id%d"::formatted, ", ");

    @Override
    public EndpointHealth health(Endpoint endpoint) {
        return database.read("Endpoints.health", session -> EndpointRows.find(session, endpoint));
    }

    @Override
    public boolean failed(Endpoint endpoint, int mostFailures, Duration pause) {
        return database.write("Endpoints.failed", tx -> {
            EndpointHealth before = EndpointRows.lock(tx, endpoint);
            EndpointRows.count(tx, endpoint);
            boolean isTooMuch = before.failures() + 1 >= mostFailures;
            if (isTooMuch) {
                EndpointRows.pause(tx, endpoint, pause);
            }
            return isTooMuch && before.pausedUntil().isEmpty();
        });
    }

    @Override
    public boolean tryAgain(Endpoint endpoint, Duration pause) {
        return database.change("Endpoints.tryAgain", session -> EndpointRows.tryAgain(session, endpoint, pause));
    }

    @Override
    public boolean recovered(Endpoint endpoint) {
        return database.write("Endpoints.recovered", tx -> {
            EndpointHealth before = EndpointRows.lock(tx, endpoint);
            if (before.disabledAt().isEmpty()) {
                EndpointRows.forget(tx, endpoint);
            }
            return before.pausedUntil().isPresent() && before.disabledAt().isEmpty();
        });
    }

    @Override
    public void enable(Endpoint endpoint) {
        database.write("Endpoints.enable", tx -> {
            EndpointRows.forget(tx, endpoint);
            return true;
        });
    }

    /** One transaction a second of releases, so that none is long. */
    @Override
    public void release(Endpoint endpoint, int perSecond) {
        List<DeliveryId> waiting = database.read(
                "Endpoints.waiting",
                session -> session.on(WAITING)
                        .set("org", endpoint.organization())
                        .set("url_key", EndpointRows.key(endpoint.url()))
                        .set("most", MOST_RELEASED)
                        .list(row -> row.id("id", DeliveryId::new)));
        for (int from = 0; from < waiting.size(); from += perSecond) {
            List<DeliveryId> together = waiting.subList(from, Math.min(waiting.size(), from + perSecond));
            Duration in = Duration.ofSeconds(from / perSecond);
            database.write("Endpoints.release", tx -> {
                RELEASE.lots(together).forEach(lot -> release(tx, endpoint, lot, in));
                return true;
            });
        }
    }

    private static void release(Session tx, Endpoint endpoint, List<DeliveryId> lot, Duration in) {
        Statement statement = tx.on(RELEASE.of(lot.size())).set("org", endpoint.organization()).set("in", in);
        for (int i = 0; i < lot.size(); i++) {
            statement.set("id" + i, lot.get(i));
        }
        statement.run();
    }
}
