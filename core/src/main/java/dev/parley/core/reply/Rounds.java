package dev.parley.core.reply;

import dev.parley.ports.ConversationId;
import dev.parley.ports.out.ReplyWindow;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How often all models were asked in vain about the same texts. Not how often the lane was claimed: that also counts drafts that a
 * newer text made worthless, and holders that died. Only this process knows, and only of the latest conversations; whoever takes
 * over begins anew, which costs a few questions more. Thread-safe.
 */
final class Rounds {

    private static final int MOST = 10_000;

    private final SequencedMap<ConversationId, Lost> lost = new LinkedHashMap<>();

    /** One more round is lost: how many were before it. */
    synchronized int lost(ReplyWindow window) {
        var id = window.conversation().id();
        Lost before = lost.remove(id);
        int rounds = before != null && before.inboundCount() == window.inboundCount() ? before.rounds() : 0;
        lost.put(id, new Lost(window.inboundCount(), rounds + 1));
        if (lost.size() > MOST) {
            lost.pollFirstEntry();
        }
        return rounds;
    }

    private record Lost(long inboundCount, int rounds) {}
}
