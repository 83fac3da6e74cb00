package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.StatusReport;
import java.util.List;
import java.util.Optional;

/** Applies what providers report to the texts that it is about, or keeps it until they are known. Locks the text, then its parts. */
final class Reports {

    private static final Sql LOCK_CARRIED = Sql.of("Outbox.lockCarried", """
            SELECT status FROM message WHERE org_id = :org AND id = :id AND connection_id = :connection AND direction = 'outbound'
            FOR UPDATE""");

    private Reports() {}

    /** The text of which nobody knew before the report whether it went, if it is one. */
    static Optional<MessageKey> apply(Session tx, Parts.Reported reported) {
        return about(tx, reported).or(() -> elsewhere(tx, reported)).filter(Known::isLost).map(Known::key);
    }

    /** The text may have gone through another connection to the same account, or may have no name yet: then whichever gives it one. */
    private static Optional<Known> elsewhere(Session tx, Parts.Reported reported) {
        List<Parts.Reported> others =
                Siblings.of(tx, reported.organization(), reported.connection()).stream().map(reported::through).toList();
        Optional<Known> found = others.stream().flatMap(other -> about(tx, other).stream()).findFirst();
        if (found.isEmpty()) {
            park(tx, reported);
            others.forEach(other -> park(tx, other));
        }
        return found;
    }

    /** Applies a report to the text of its connection that it is about; nothing when that connection knows none. */
    private static Optional<Known> about(Session tx, Parts.Reported reported) {
        noteSender(tx, reported);
        Optional<Known> known = reported.report().messageId().flatMap(id -> carried(tx, reported, id)).or(() -> known(tx, reported));
        known.ifPresent(text -> {
            long optOuts = Parts.optOuts(tx, text.key());
            reported.about(text.key().id()).note(tx);
            follow(tx, reported, text.key(), optOuts);
        });
        return known;
    }

    /** Looks again: the text may have got its name since, and then nobody else will come to read the report. */
    private static void park(Session tx, Parts.Reported reported) {
        reported.aboutUnknown().note(tx);
        known(tx, reported).ifPresent(text -> follow(tx, reported, text.key(), 0));
    }

    private static void follow(Session tx, Parts.Reported reported, MessageKey text, long optOuts) {
        if (Progress.follow(tx, text, optOuts)) {
            Progress.name(tx, text, reported.report().providerMessageId());
        } else {
            // The name is that of another message of the same words, by a search: what has a name keeps it.
            reported.named(tx).ifPresent(owner -> Progress.follow(tx, new MessageKey(reported.organization(), owner), Long.MAX_VALUE));
        }
    }

    private static void noteSender(Session tx, Parts.Reported reported) {
        StatusReport report = reported.report();
        report.from().ifPresent(from -> report.messageId().or(() -> reported.named(tx)).ifPresent(id -> {
            Acceptances.reportSender(tx, new MessageKey(reported.organization(), id), reported.connection(), from);
        }));
    }

    private static Optional<Known> known(Session tx, Parts.Reported reported) {
        return reported.named(tx).flatMap(id -> carried(tx, reported, id));
    }

    private static Optional<Known> carried(Session tx, Parts.Reported reported, MessageId id) {
        var key = new MessageKey(reported.organization(), id);
        return key.on(tx, LOCK_CARRIED)
                .set("connection", reported.connection())
                .first(row -> new Known(key, row.word("status", MessageStatus.class) == MessageStatus.UNKNOWN));
    }

    /**
     * A text that a report is about.
     *
     * @param key which
     * @param isLost whether nobody knew before the report whether it went
     */
    private record Known(MessageKey key, boolean isLost) {}
}
