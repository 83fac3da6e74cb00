package dev.parley.ports.out;

import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKind;
import java.time.Duration;
import java.util.Optional;

/**
 * Texts that come in parts, kept until they are joined. Parts belong to one text when they have connection, sender, receiver,
 * reference and total in common and that text still waits; it waits until every part has come, for {@link #PATIENCE} at most.
 * Each step is one transaction, committed when it returns. Thread-safe.
 */
public interface LongTexts {

    /** How long a text waits for its parts, from the first one that came. */
    Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Stores a part and the work of joining its text, of kind {@link WorkKind#JOIN}. That work is due when the text has waited
     * long enough, or, when this was the last part, at once.
     *
     * @return stored, with the work when this was the last part and without it when more is to come. A part whose connection and
     *         provider id are there already is a duplicate and has no effect; that is known until at least 72 hours after its text
     *         was joined
     * @throws StoreUnavailable when it could not be stored
     */
    Acceptance add(TextPart part);

    /**
     * Ends the wait, so that parts which come from now on begin another text, and reads what has come. The same again each time
     * until {@link #finish}.
     *
     * @return empty when the claim no longer holds
     */
    Optional<LongText> gather(Claim claim);

    /**
     * Ends the work on a text that was taken as a whole. Of its parts no more is kept than their names.
     *
     * @return false when the claim no longer holds
     */
    boolean finish(Claim claim);
}
