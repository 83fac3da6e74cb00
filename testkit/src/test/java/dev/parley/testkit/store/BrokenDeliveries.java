package dev.parley.testkit.store;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import dev.parley.ports.out.Deliveries;
import dev.parley.ports.out.DeliveryFate;
import dev.parley.ports.out.Endpoints;
import dev.parley.ports.out.Turn;
import dev.parley.ports.out.WorkQueue;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stores that keep deliveries, or what is known of endpoints and of poison, wrongly. */
final class BrokenDeliveries {

    private BrokenDeliveries() {}

    /** Lets everything go at once, whatever came before it. */
    record ForgetsTheOrder(Deliveries intact) implements AllDeliveries {
        @Override
        public Optional<Turn> turn(Claim claim) {
            return intact.turn(claim).map(t -> new Turn(t.delivery(), t.tries(), t.since(), false, t.health()));
        }
    }

    /** Leaves it to whoever waits to ask again. */
    record CallsNobody(Deliveries intact) implements AllDeliveries {
        @Override
        public Optional<WorkKey> callNext(Delivery done) {
            return Optional.empty();
        }
    }

    /** Counts what was tried before a replay. */
    record GoesOnWhereItWas(Deliveries intact) implements AllDeliveries {
        @Override
        public Optional<Turn> turn(Claim claim) {
            return intact.turn(claim)
                    .map(t -> new Turn(t.delivery(), t.delivery().attempts().size(), t.since(), t.isBehind(), t.health()));
        }
    }

    /** Gives a delivery up, and goes on calling an endpoint that is gone. */
    record CallsWhoIsGone(Deliveries intact) implements AllDeliveries {
        @Override
        public boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
            return intact.record(claim, attempt, fate instanceof DeliveryFate.Gone ? new DeliveryFate.Dead() : fate);
        }
    }

    /** Lets everybody try who asks. */
    record LetsEverybodyTry(Endpoints intact) implements AllEndpoints {
        @Override
        public boolean tryAgain(Endpoint endpoint, Duration pause) {
            return intact.tryAgain(endpoint, Duration.ZERO);
        }
    }

    /** Forgets with the failures that an endpoint said that it is gone. */
    record ForgetsWhoIsGone(Endpoints intact) implements AllEndpoints {
        @Override
        public boolean recovered(Endpoint endpoint) {
            boolean wasPaused = intact.recovered(endpoint);
            intact.enable(endpoint);
            return wasPaused;
        }
    }

    /** Forgets each fault. */
    record ForgetsFaults(WorkQueue intact) implements Intact.Work {
        @Override
        public boolean fail(Claim claim, Duration delay) {
            return intact.postpone(claim, delay);
        }
    }

    interface AllDeliveries extends Deliveries {

        Deliveries intact();

        @Override
        default Opened open(Claim lane, List<Delivery> deliveries) {
            return intact().open(lane, deliveries);
        }

        @Override
        default Optional<Delivery> find(Claim claim) {
            return intact().find(claim);
        }

        @Override
        default Optional<Turn> turn(Claim claim) {
            return intact().turn(claim);
        }

        @Override
        default boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate) {
            return intact().record(claim, attempt, fate);
        }

        @Override
        default Optional<Delivery> find(OrganizationId organization, DeliveryId id) {
            return intact().find(organization, id);
        }

        @Override
        default Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page) {
            return intact().list(organization, filter, page);
        }

        @Override
        default boolean replay(OrganizationId organization, DeliveryId id, URI url) {
            return intact().replay(organization, id, url);
        }

        @Override
        default Optional<WorkKey> callNext(Delivery done) {
            return intact().callNext(done);
        }
    }

    interface AllEndpoints extends Endpoints {

        Endpoints intact();

        @Override
        default EndpointHealth health(Endpoint endpoint) {
            return intact().health(endpoint);
        }

        @Override
        default boolean failed(Endpoint endpoint, int mostFailures, Duration pause) {
            return intact().failed(endpoint, mostFailures, pause);
        }

        @Override
        default boolean tryAgain(Endpoint endpoint, Duration pause) {
            return intact().tryAgain(endpoint, pause);
        }

        @Override
        default boolean recovered(Endpoint endpoint) {
            return intact().recovered(endpoint);
        }

        @Override
        default void enable(Endpoint endpoint) {
            intact().enable(endpoint);
        }

        @Override
        default void release(Endpoint endpoint, int perSecond) {
            intact().release(endpoint, perSecond);
        }
    }
}
