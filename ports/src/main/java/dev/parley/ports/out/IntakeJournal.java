package dev.parley.ports.out;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.spi.WebhookEvent;
import java.time.Instant;
import java.util.List;

/**
 * Keeps on this node what a believed webhook said while the database cannot take it. Entries have ordinals, which only ever grow,
 * also from one run to the next. What was appended outlives the process, and the machine too; what was forgotten may come back
 * when the process dies soon after, so whoever takes entries out must stand to see them twice. Thread-safe.
 */
public interface IntakeJournal {

    /**
     * Appends entries, all of them or none; they are durable when this returns.
     *
     * @return whether they were; false when there is no room for them or they cannot be written
     */
    boolean append(List<Entry> entries);

    /**
     * Reads entries, the oldest first.
     *
     * @param after only those of a greater ordinal; 0 for all
     * @param most how many at most
     * @throws StoreUnavailable when they cannot be read just now
     */
    List<Kept> entries(long after, int most);

    /** Forgets all entries up to that ordinal. */
    void forget(long upTo);

    /**
     * Keeps an entry apart, for people to look at. It stays among the others until it is forgotten with them.
     *
     * @throws StoreUnavailable when it cannot be written just now
     */
    void setAside(Kept entry);

    /** How many entries there are. */
    long size();

    /** Whether another webhook would be taken, as far as can be told. */
    boolean hasRoom();

    /**
     * One thing that a webhook said. Immutable; prints neither words nor numbers.
     *
     * @param organization whose connection brought it
     * @param connection which connection brought it
     * @param event what it said
     * @param receivedAt when it came
     */
    record Entry(OrganizationId organization, ConnectionId connection, WebhookEvent event, Instant receivedAt) {}

    /**
     * An entry in its place.
     *
     * @param ordinal greater than that of every entry before it; at least 1
     * @param entry the entry
     */
    record Kept(long ordinal, Entry entry) {}
}
