package dev.parley.core.simulation;

import dev.parley.ports.MessageId;
import dev.parley.ports.message.Message;
import dev.parley.ports.out.Arrival;
import dev.parley.ports.out.OutboundDraft;
import dev.parley.ports.out.ReplyDraft;
import dev.parley.ports.out.ReplyWindow;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.work.Claim;
import dev.parley.ports.work.WorkKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Things that pass between core and a port, in the few words in which somebody who looks for a mistake wants to read them. */
final class Brief {

    private static final int LONGEST = 160;

    private Brief() {}

    static String all(List<Object> things) {
        return things.stream().map(Brief::of).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    @SuppressWarnings("checkstyle:MethodLength")
    static String of(Object thing) {
        return switch (thing) {
            case Claim claim -> of(claim.key()) + " epoch " + claim.epoch() + " tries " + claim.attempts();
            case WorkKey(var _, var kind, var subject) -> kind + ":" + id(subject);
            case MessageId(UUID id) -> id(id);
            case UUID id -> id(id);
            case Arrival a -> a.providerMessageId() + " from " + a.contact() + " \"" + a.content().body() + "\" as " + id(a.id().value());
            case OutboundDraft d -> id(d.id().value()) + " to " + d.to() + " \"" + d.content().body() + "\"";
            case ReplyDraft(var text, var answered, var count) -> of(text) + " answering " + of(answered) + " of " + count;
            case ReplyWindow w -> "window " + of(w.unanswered()) + (w.standing().optedOut() ? " opted out" : "");
            case StatusReport r -> r.providerMessageId() + " " + r.messageId().map(Brief::of).orElse("") + " " + r.status();
            case TextPart p -> p.text().providerMessageId() + " " + p.part() + " from " + p.from();
            case Message m -> id(m.id().value()) + " of " + m.header().createdAt();
            case Collection<?> all -> all.stream().map(Brief::of).toList().toString();
            case Optional<?> one -> one.map(Brief::of).orElse("nothing");
            default -> cut(thing.toString());
        };
    }

    /** Ids count, so their end says which. */
    static String id(UUID id) {
        return "#" + Long.toString(id.getLeastSignificantBits() & Integer.MAX_VALUE);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
