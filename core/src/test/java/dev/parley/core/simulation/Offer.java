package dev.parley.core.simulation;

import dev.parley.ports.Keyword;
import dev.parley.ports.PhoneNumber;
import dev.parley.testkit.sample.Tenant;
import java.util.List;

/** A text that a contact sends us. */
final class Offer {

    private static final long NEVER = Long.MAX_VALUE;

    private final String id;
    private final Tenant tenant;
    private final PhoneNumber contact;
    private final Words words;
    private final long offered;
    private int partsToCome;
    private long acknowledged = NEVER;

    /** A text; {@code offered} is its place in the history. */
    Offer(String id, Talk talk, Words words, long offered) {
        this.id = id;
        this.tenant = talk.tenant();
        this.contact = talk.contact();
        this.words = words;
        this.partsToCome = words.pieces().size();
        this.offered = offered;
    }

    /**
     * Who talks to whom.
     *
     * @param tenant a business
     * @param contact somebody else
     */
    record Talk(Tenant tenant, PhoneNumber contact) {}

    /**
     * What a text says.
     *
     * @param pieces the words, in the parts in which they travel
     * @param isSignal whether the provider keeps the text and only tells what it means
     */
    record Words(List<String> pieces, boolean isSignal) {}

    /** What its provider calls it. */
    String id() {
        return id;
    }

    Tenant tenant() {
        return tenant;
    }

    PhoneNumber contact() {
        return contact;
    }

    String body() {
        return String.join("", words.pieces());
    }

    /** Whether it is told of without being a text. */
    boolean isSignal() {
        return words.isSignal();
    }

    /** Its words in the parts in which they travel. */
    List<String> pieces() {
        return words.pieces();
    }

    long offered() {
        return offered;
    }

    /** The place in the history at which the carrier had heard that all of it is safe. */
    long acknowledged() {
        return acknowledged;
    }

    boolean isAcknowledged() {
        return acknowledged != NEVER;
    }

    /** The carrier has heard that one more part is safe. */
    void acknowledgePart(long now) {
        partsToCome--;
        if (partsToCome == 0) {
            acknowledged = now;
        }
    }

    boolean is(Keyword keyword) {
        return body().equals(keyword.name());
    }
}
