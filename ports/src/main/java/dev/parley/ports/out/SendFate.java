package dev.parley.ports.out;

import dev.parley.ports.Address;
import dev.parley.ports.message.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a send came to, as it is stored. */
public sealed interface SendFate {

    /**
     * The provider took it.
     *
     * @param providerIds its names for it, at least one
     * @param segments how many segments it will bill, when it says so
     * @param from the number that it chose, when it says so
     */
    record Sent(List<String> providerIds, Optional<Integer> segments, Optional<Address> from) implements SendFate {
        /** Copies the list. */
        public Sent {
            providerIds = List.copyOf(providerIds);
        }
    }

    /**
     * It will not be sent.
     *
     * @param failure why
     * @param recipientOptedOut whether that is because the contact has opted out, which is then remembered
     */
    record Failed(Failure failure, boolean recipientOptedOut) implements SendFate {}

    /**
     * It surely was not taken, and is to be tried again; it stays {@code sending}.
     *
     * @param delay in how long
     * @param failure why, for those who look meanwhile
     */
    record Later(Duration delay, Failure failure) implements SendFate {}

    /**
     * Nobody knows whether it was taken.
     *
     * @param failure what went wrong
     */
    record Unknown(Failure failure) implements SendFate {}
}
