package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.message.OutboundMessage;
import dev.parley.ports.out.Adoption;
import dev.parley.ports.out.LostSend;
import dev.parley.ports.out.LostSends;
import dev.parley.ports.out.SendFate;
import dev.parley.ports.out.StatusReport;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Locks are taken in the order of {@link JdbcOutbox}: work, conversation, message, parts. */
record JdbcLostSends(Database database, WorkRows work) implements LostSends {

    private static final Sql NOTE = Sql.of("LostSends.note", """
            UPDATE message SET error_message = :words, updated_at = {now} WHERE org_id = :org AND id = :id AND status = 'unknown'""");

    @Override
    public Optional<LostSend> find(Claim claim) {
        return database.write("LostSends.find", tx -> locked(tx, claim));
    }

    @Override
    public Adoption adopt(Claim claim, List<StatusReport> texts) {
        return database.write(
                "LostSends.adopt",
                tx -> locked(tx, claim).map(lost -> adopt(tx, claim, lost, texts)).orElse(Adoption.OVER));
    }

    @Override
    public boolean missed(Claim claim, Duration nextLook) {
        return database.write("LostSends.missed", tx -> {
            boolean isOurs = work.beginLater(tx, claim, nextLook);
            if (isOurs) {
                Searches.miss(tx, MessageKey.of(claim));
            }
            return isOurs;
        });
    }

    @Override
    public boolean giveUp(Claim claim) {
        return database.write("LostSends.giveUp", tx -> end(tx, claim));
    }

    @Override
    public boolean beginAgain(Claim claim) {
        return database.write("LostSends.beginAgain", tx -> {
            Optional<OutboundMessage> lost = locked(tx, claim).map(LostSend::message);
            return lost.filter(message -> !JdbcOutbox.isOptedOut(tx, message.header())).isPresent()
                    && Searches.noteAgain(tx, MessageKey.of(claim), true);
        });
    }

    @Override
    public boolean finishAgain(Claim claim, SendFate fate, Duration nextLook) {
        return database.write("LostSends.finishAgain", tx -> {
            MessageKey text = MessageKey.of(claim);
            return switch (fate) {
                case SendFate.Sent sent -> sentAgain(tx, claim, sent);
                case SendFate.Later(Duration delay, _) -> {
                    boolean isOurs = work.beginLater(tx, claim, delay);
                    yield isOurs && Searches.noteAgain(tx, text, false);
                }
                case SendFate.Failed(var failure, _) -> searchOn(tx, claim, nextLook, failure.message());
                case SendFate.Unknown(var failure) -> searchOn(tx, claim, nextLook, failure.message());
            };
        });
    }

    private boolean sentAgain(Session tx, Claim claim, SendFate.Sent sent) {
        boolean isOurs = end(tx, claim);
        Acceptances.store(tx, MessageKey.of(claim), sent);
        Searches.flag(tx, MessageKey.of(claim));
        return isOurs;
    }

    private boolean searchOn(Session tx, Claim claim, Duration nextLook, String words) {
        boolean isOurs = work.beginLater(tx, claim, nextLook);
        if (isOurs) {
            MessageKey.of(claim).on(tx, NOTE).set("words", "It was handed over again, and may have gone twice: " + words).run();
        }
        return isOurs;
    }

    /** What is searched for, its work locked; a search for what is known by now ends. */
    private Optional<LostSend> locked(Session tx, Claim claim) {
        if (work.lock(tx, claim).isEmpty()) {
            return Optional.empty();
        }
        Optional<LostSend> lost = Searches.find(tx, MessageKey.of(claim));
        if (lost.isEmpty()) {
            end(tx, claim);
        }
        return lost;
    }

    private boolean end(Session tx, Claim claim) {
        boolean isOurs = work.end(tx, claim);
        if (isOurs) {
            Searches.end(tx, MessageKey.of(claim));
        }
        return isOurs;
    }

    private Adoption adopt(Session tx, Claim claim, LostSend lost, List<StatusReport> texts) {
        MessageKey text = MessageKey.of(claim);
        if (Searches.hasTwinInFlight(tx, text, lost.message())) {
            return Adoption.CONTESTED;
        }
        List<Parts.Reported> free = texts.stream().map(report -> reported(text, lost, report)).filter(r -> isFree(tx, text, r)).toList();
        Optional<Parts.Reported> mine = free.stream()
                .filter(r -> r.report().messageId().filter(text.id()::equals).isPresent())
                .findFirst()
                .or(() -> free.stream().skip(Searches.elderTwins(tx, text, lost.message())).findFirst());
        return mine.map(found -> take(tx, claim, found, lost.isHandedOverAgain())).orElse(Adoption.NONE_FREE);
    }

    private static Parts.Reported reported(MessageKey text, LostSend lost, StatusReport report) {
        return new Parts.Reported(text.organization(), lost.message().header().connection(), report, Optional.of(text.id()));
    }

    /** A name that is no other message's in this account, and does not say itself that it is. */
    private static boolean isFree(Session tx, MessageKey text, Parts.Reported reported) {
        Stream<Parts.Reported> elsewhere =
                Siblings.of(tx, reported.organization(), reported.connection()).stream().map(reported::through);
        Stream<MessageId> owners =
                Stream.concat(Stream.of(reported), elsewhere).flatMap(known -> known.named(tx).stream());
        return Stream.concat(owners, reported.report().messageId().stream()).allMatch(text.id()::equals);
    }

    private Adoption take(Session tx, Claim claim, Parts.Reported found, boolean mayHaveGoneTwice) {
        MessageKey text = MessageKey.of(claim);
        found.report().from().ifPresent(from -> Acceptances.reportSender(tx, text, found.connection(), from));
        if (!Searches.isOpen(tx, text)) {
            end(tx, claim);
            return Adoption.OVER;
        }
        long optOuts = Parts.optOuts(tx, text);
        Parts.name(tx, text, found.report().providerMessageId());
        if (found.named(tx).filter(text.id()::equals).isEmpty()) {
            // Another search took it at this moment.
            tx.undo();
            return Adoption.CONTESTED;
        }
        store(tx, text, found, optOuts);
        if (mayHaveGoneTwice) {
            Searches.flag(tx, text);
        }
        end(tx, claim);
        return Adoption.ADOPTED;
    }

    private static void store(Session tx, MessageKey text, Parts.Reported found, long optOuts) {
        var sent = new SendFate.Sent(List.of(found.report().providerMessageId()), Optional.empty(), Optional.empty());
        Acceptances.store(tx, text, sent);
        found.note(tx);
        Progress.follow(tx, text, optOuts);
    }
}
