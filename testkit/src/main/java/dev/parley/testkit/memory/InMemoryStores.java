package dev.parley.testkit.memory;

import dev.parley.testkit.store.Stores;
import java.time.InstantSource;

/**
 * Stores that live in memory and keep the contract. Everything happens under one lock, so they are as exact as they are slow:
 * for tests. Whatever is due is due by the clock that they are given.
 */
public final class InMemoryStores {

    private InMemoryStores() {}

    /** Empty ones. */
    public static Stores empty(InstantSource clock) {
        return over(new Memory(clock));
    }

    @SuppressWarnings("checkstyle:MethodLength")
    private static Stores over(Memory memory) {
        var deliveries = new MemoryDeliveries(memory);
        var longTexts = new MemoryLongTexts(memory);
        var outbox = new MemoryOutbox(memory);
        var quarantine = new MemoryQuarantine(memory);
        return new Stores(
                new MemoryOrganizations(memory),
                new MemoryApiKeys(memory),
                new MemoryConnections(memory),
                new MemoryNumbers(memory),
                new MemoryAgents(memory),
                new MemoryDirectory(memory),
                new MemoryInbox(memory),
                longTexts,
                new MemoryReplies(memory),
                outbox,
                new MemorySchedule(memory),
                new MemoryPacing(memory),
                deliveries,
                new MemoryEndpoints(memory, deliveries),
                new MemoryWork(memory),
                new MemoryMessages(memory),
                new MemoryConversations(memory),
                new MemorySuppressions(memory),
                quarantine,
                new MemorySignatureFailures(memory),
                new MemoryIdempotency(memory),
                new MemoryLostSends(memory, outbox),
                new MemoryMissedTexts(memory, quarantine, longTexts));
    }
}
