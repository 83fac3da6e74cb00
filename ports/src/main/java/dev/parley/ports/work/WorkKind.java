package dev.parley.ports.work;

/** Kinds of work that core owes. */
public enum WorkKind {
    /** A conversation has something unanswered; the subject is the conversation. */
    REPLY,
    /** A text of ours is to be handed over; the subject is the message. */
    SEND,
    /** A customer's webhook is to be told; the subject is the delivery. */
    NOTIFY,
    /** The parts of a text that came in are to be joined; the subject is that text. */
    JOIN,
    /** It is to be found out whether a text of ours went; the subject is the message. */
    RESOLVE,
    /** A provider is to be asked what it received for us; the subject is the connection. */
    CATCH_UP,
    /** A text of ours waits for its time; the subject is the message. */
    SCHEDULE,
    /** Texts wait for their turn at one number of ours; the subject stands for the number at its connection. */
    PACE
}
