package dev.parley.ports.out;

/** Where texts that come in are made durable. Thread-safe. */
public interface Inbox {

    /**
     * Stores a text, its place in a conversation, its effect on consent and the work that it makes: all of it in one
     * transaction, committed when this returns.
     *
     * @return what became of it; a text whose provider id is stored already for its connection, or for another one of its organization to the
     *     same account, is a duplicate and has no effect
     * @throws StoreUnavailable when it could not be stored
     */
    Acceptance accept(Arrival arrival);
}
