package dev.parley.bench.ledger;

/** What a line of a ledger is about. */
public enum What {
    /** A carrier tries to bring a text: {@code id, provider, from, to, line, tag}. */
    TEXT_OFFERED,
    /** What was said to that: {@code id, status}; 0 is no answer. */
    TEXT_ANSWERED,
    /** A provider is asked to send: {@code message, line, from, to, body}. */
    SEND_OFFERED,
    /** It will: {@code message, line, sid, from, to, body, segments}. */
    SEND_ACCEPTED,
    /** What it said: {@code message, sid, said}. Anything but {@code ok} leaves the asker in doubt or refuses. */
    SEND_ANSWERED,
    /** A carrier reports: {@code message, sid, status}. */
    REPORT_OFFERED,
    /** What was said to that: {@code message, sid, report, status}. */
    REPORT_ANSWERED,
    /** A model is asked: {@code number, canaries, newest}. */
    MODEL_ASKED,
    /** What it answers: {@code number, said}. */
    MODEL_ANSWERED,
    /** A customer is told: {@code event, line, message, sid, digest, signature, canaries}. */
    EVENT_OFFERED,
    /** What it answers: {@code event, status}. */
    EVENT_ANSWERED,
    /** A CRM asks to send: {@code key, line, to, body}. */
    API_ASKED,
    /** What it is told: {@code key, status, message, digest}. */
    API_ANSWERED,
    /** A message as the API shows it: {@code message, status, line, canaries}. */
    API_SHOWN,
    /** What was done to the system: {@code step}. */
    PULLED
}
