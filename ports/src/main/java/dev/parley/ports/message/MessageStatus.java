package dev.parley.ports.message;

import java.util.Locale;

/**
 * How far a message is. Moves up in {@link #rank()}, so that a late or repeated report changes nothing; only a text that surely did
 * not leave goes back from {@link #SENDING} to {@link #QUEUED}.
 */
public enum MessageStatus {
    /** In: logged. */
    RECEIVED(0, true),
    /** Out: waits for its time. */
    SCHEDULED(0, false),
    /** Out: waits with us, for its turn or to be tried again. */
    QUEUED(1, false),
    /** Out: is being handed over. */
    SENDING(2, false),
    /** Out: handed over, but the answer was lost. */
    UNKNOWN(3, false),
    /** Out: the provider took it. */
    SENT(4, false),
    /** Out: it arrived. */
    DELIVERED(5, true),
    /** Out: it was sent but did not arrive. */
    UNDELIVERED(5, true),
    /** Out: it was not sent. */
    FAILED(5, true),
    /** Out: taken back before it was sent. */
    CANCELED(5, true),
    /** Out: not sent because of an opt-out, quiet hours or a cap. */
    SUPPRESSED(5, true);

    private final int rank;
    private final boolean isFinal;

    MessageStatus(int rank, boolean isFinal) {
        this.rank = rank;
        this.isFinal = isFinal;
    }

    /** Its place in the order of events. */
    public int rank() {
        return rank;
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return isFinal;
    }

    /** The status as the API writes it, such as {@code delivered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
