package dev.parley.ports.out;

import dev.parley.ports.MessageId;
import java.util.List;

/**
 * A reply that is about to be sent. Immutable.
 *
 * @param text the text
 * @param answered which texts it answers
 * @param inboundCount the {@link ReplyWindow#inboundCount()} that it was made from
 */
public record ReplyDraft(OutboundDraft text, List<MessageId> answered, long inboundCount) {

    /** Copies the list. */
    public ReplyDraft {
        answered = List.copyOf(answered);
    }
}
