package dev.parley.webhook;

import java.net.InetAddress;
import java.util.List;

/** What the fence says of an endpoint. */
sealed interface Passage {

    /**
     * It may be called, at these addresses and no others.
     *
     * @param addresses at least one, all vetted, the preferred first
     */
    record Open(List<InetAddress> addresses) implements Passage {}

    /** It must not be called. */
    record Blocked() implements Passage {}

    /** Nobody knows where it is. */
    record Unknown() implements Passage {}
}
