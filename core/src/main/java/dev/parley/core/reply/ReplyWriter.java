package dev.parley.core.reply;

import dev.parley.core.compose.Composer;
import dev.parley.core.compose.Composer.Brief;
import dev.parley.core.compose.Composition;
import dev.parley.core.send.Handover;
import dev.parley.core.text.Segments;
import dev.parley.core.world.World;
import dev.parley.ports.ConversationId;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Variables;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.message.Message;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.Pace;
import dev.parley.ports.out.ReplyCommit;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.ReplyWindow.Responder;
import dev.parley.ports.work.Claim;
import java.util.Map;
import java.util.Optional;

/** Makes a reply of what is known about a conversation, writes it down and hands it over. Thread-safe. */
public final class ReplyWriter {

    private final World world;
    private final Composer composer;
    private final Handover handover;

    /** Takes who finds the words and who hands them over. */
    public ReplyWriter(World world, Composer composer, Handover handover) {
        this.world = world;
        this.composer = composer;
        this.handover = handover;
    }

    /** Finds words. Blocks as long as the model thinks; holds nothing meanwhile but the lane. */
    Composition compose(ReplyWindow window) {
        Agent agent = responder(window).agent();
        var contact = new Variables(Map.of("contact", window.contact().values()));
        String prompt = agent.config().smsPrompt().orElse("");
        return composer.compose(new Brief(agent, prompt, window.turns(), contact, !window.standing().modelHasSpoken()));
    }

    /** What is said when no model found words. */
    Optional<Composition.Words> fallback(ReplyWindow window) {
        return Composer.fallback(responder(window).agent());
    }

    /** Writes the words down, if nothing has come in between, and only then hands them over. */
    ReplyCommit write(Claim lane, ReplyWindow window, Composition.Words words) {
        Responder responder = responder(window);
        OutboundDraft text = draft(window, words);
        var answered = window.unanswered().stream().map(Message::id).toList();
        ReplyCommit commit = world.traffic().replies().commit(lane, new ReplyDraft(text, answered, window.inboundCount()));
        if (commit instanceof ReplyCommit.Sending(var send)) {
            handover.handOver(send, text, responder.connection(), Pace.Urgency.REPLY);
        }
        return commit;
    }

    private OutboundDraft draft(ReplyWindow window, Composition.Words words) {
        var nature = world.nature();
        Agent agent = responder(window).agent();
        return new OutboundDraft(
                new MessageId(nature.ids().next()),
                new ConversationId(nature.ids().next()),
                agent.organization(),
                Optional.of(agent.id()),
                responder(window).connection().id(),
                Optional.of(window.conversation().ourNumber()),
                contact(window),
                Segments.content(words.text()),
                words.byModel(),
                agent.config().limits().idleResetDays(),
                nature.clock().instant());
    }

    private static Responder responder(ReplyWindow window) {
        return window.responder().orElseThrow(() -> new IllegalStateException("nobody answers here"));
    }

    private static PhoneNumber contact(ReplyWindow window) {
        return window.conversation().contact().phoneNumber().orElseThrow(() -> new IllegalStateException("not a number"));
    }
}
