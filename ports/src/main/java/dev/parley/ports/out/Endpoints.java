package dev.parley.ports.out;

import dev.parley.ports.notify.Endpoint;
import dev.parley.ports.notify.EndpointHealth;
import java.time.Duration;

/** How the endpoints of customers fare, as all nodes see it. Each step is one transaction. Thread-safe. */
public interface Endpoints {

    /** How it fares. */
    EndpointHealth health(Endpoint endpoint);

    /**
     * Notes that it failed a call. From {@code mostFailures} in a row on it is paused, for {@code pause} at least.
     *
     * @return whether it is paused now and was not before
     */
    boolean failed(Endpoint endpoint, int mostFailures, Duration pause);

    /**
     * Takes the one try that a paused endpoint is given when its pause is over, and pauses it anew.
     *
     * @return false when it is not paused, its pause is not over, or somebody else was faster
     */
    boolean tryAgain(Endpoint endpoint, Duration pause);

    /**
     * Notes that it took a call: nothing bad is known of it any more, unless it is disabled.
     *
     * @return whether it was paused
     */
    boolean recovered(Endpoint endpoint);

    /** Forgets everything bad about it, also that it is disabled. */
    void enable(Endpoint endpoint);

    /** Makes everything that waits for it due from now on, the oldest first, so many a second. */
    void release(Endpoint endpoint, int perSecond);
}
