package dev.parley.ports.out;

import dev.parley.ports.DeliveryId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.notify.Delivery;
import dev.parley.ports.notify.DeliveryAttempt;
import dev.parley.ports.notify.DeliveryFilter;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Webhooks of ours to customers. Each step is one transaction. Thread-safe. */
public interface Deliveries {

    /**
     * Writes deliveries down, marks the texts that they are about as notified and gives the reply lane back, all at once.
     *
     * @param lane the reply lane that they come from
     * @return the claims to try them at once, and what is left in the lane; no claims when the lane was no longer ours
     */
    Opened open(Claim lane, List<Delivery> deliveries);

    /** The delivery that a claim is for; empty when the claim no longer holds. */
    Optional<Delivery> find(Claim claim);

    /** Whether the delivery that a claim is for can be tried now; empty when the claim no longer holds. */
    Optional<Turn> turn(Claim claim);

    /**
     * Stores an attempt and what follows from it.
     *
     * @return false when the claim no longer holds
     */
    boolean record(Claim claim, DeliveryAttempt attempt, DeliveryFate fate);

    /**
     * Calls the delivery that waits for its turn behind {@code done}, in the same conversation and for the same endpoint: it is due
     * at once. One that was tried already keeps its time, and so does one that is being tried.
     *
     * @return its work, or nothing when none waits; whoever tries to claim it finds out if somebody has it already
     */
    Optional<WorkKey> callNext(Delivery done);

    /** The one of that id, with the time at which it is due next. */
    Optional<Delivery> find(OrganizationId organization, DeliveryId id);

    /** Those that fit, newest first, each with the time at which it is due next. */
    Page<Delivery> list(OrganizationId organization, DeliveryFilter filter, PageRequest page);

    /**
     * Begins the schedule of a delivery anew, whatever became of it, with what was tried before kept. It is due at once, unless it
     * is being tried just now.
     *
     * @param url where it goes from now on
     * @return false when it is not there
     */
    boolean replay(OrganizationId organization, DeliveryId id, URI url);

    /**
     * What writing deliveries down came to.
     *
     * @param claims one a delivery
     * @param lane what is left in the reply lane
     */
    record Opened(List<Claim> claims, Release lane) {
        /** Copies the list. */
        public Opened {
            claims = List.copyOf(claims);
        }
    }
}
