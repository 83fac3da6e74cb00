package dev.parley.testkit.memory;

import dev.parley.ports.ConversationId;
import dev.parley.ports.message.InboundMessage;
import dev.parley.ports.out.Release;
import dev.parley.ports.work.Claim;
import java.util.List;
import java.util.Optional;

/** What the steps of a reply lane have in common. Only ever touched under the lock of {@link Memory}. */
record Lane(Memory memory, Claim claim) {

    ConversationId conversation() {
        return new ConversationId(claim.key().subject());
    }

    boolean isOurs() {
        return memory.work.holds(claim);
    }

    /** Brings "unanswered since" in line with what waits. */
    void recount() {
        Optional<InboundMessage> oldest = memory.texts.unanswered(conversation()).stream().findFirst();
        memory.talks.change(conversation(),
                c -> oldest.map(m -> Changed.waitingSince(c, m.header().createdAt())).orElseGet(() -> Changed.answered(c)));
    }

    Release release() {
        if (!isOurs()) {
            return Release.FENCED;
        }
        List<InboundMessage> waiting = memory.texts.unanswered(conversation());
        if (waiting.isEmpty()) {
            memory.work.end(claim);
            return Release.EMPTY;
        }
        memory.work.beginAnew(claim);
        return Release.MORE_WAITS;
    }
}
