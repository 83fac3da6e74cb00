package dev.parley.ports.spi;

/** What a provider can tell about a text that it was given. */
public enum DeliveryStatus {
    /** It has it: accepted, queued, on its way or sent; nothing final. */
    SENT,
    /** It arrived. */
    DELIVERED,
    /** It was sent but did not arrive. */
    UNDELIVERED,
    /** It was not sent. */
    FAILED,
    /** It was taken back before it was sent. */
    CANCELED,
    /** A word that we do not know: kept, but nothing follows from it. */
    UNRECOGNIZED
}
