package dev.parley.ports.agent;

/** What happens when a text comes in for an agent. */
public enum InboundMode {
    /** A language model answers it. */
    AUTO_REPLY,
    /** The business's own webhook is told. */
    NOTIFY,
    /** It is logged. */
    OFF
}
