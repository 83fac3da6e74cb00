package dev.parley.ports.agent;

/** Whether an agent does anything about texts that come in. */
public enum AgentStatus {
    /** It does as its mode says. */
    ACTIVE,
    /** Texts are logged only. */
    DISABLED
}
