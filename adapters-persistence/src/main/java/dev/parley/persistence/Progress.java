package dev.parley.persistence;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import dev.parley.ports.out.LostSends;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a text of ours is, or one part of it: it only ever moves forward.
 *
 * @param status how far
 * @param failure why not further, when something went wrong
 */
record Progress(MessageStatus status, Optional<Failure> failure) {

    private static final Comparator<Parts.Part> LEAST_FAR_FIRST = Comparator.comparingInt(part -> part.progress().status().rank());

    /** That a text may have gone twice stays true however far it gets. */
    private static final Sql RAISE = Sql.of("Progress.raise", """
            UPDATE message SET status = :status, status_rank = :rank, updated_at = {now},
              error_code = CASE WHEN :is_well AND error_code = '%1$s' THEN error_code ELSE :code END,
              error_message = CASE WHEN :is_well AND error_code = '%1$s' THEN error_message ELSE :words END
            WHERE org_id = :org AND id = :id AND status_rank < :rank""".formatted(LostSends.MAY_HAVE_GONE_TWICE));

    private static final Sql NAME = Sql.of("Progress.name", """
            UPDATE message SET provider_id = :provider_id WHERE org_id = :org AND id = :id AND provider_id IS NULL""");

    static Progress failing(MessageStatus status, Failure failure) {
        return new Progress(status, Optional.of(failure));
    }

    /** Moves a text here, unless it is further already. */
    void raise(Session tx, MessageKey text) {
        fill(text.on(tx, RAISE)).set("is_well", failure.isEmpty()).run();
    }

    Statement fill(Statement statement) {
        return statement.set("status", status)
                .set("rank", status.rank())
                .set("code", failure.map(Failure::code))
                .set("words", failure.map(Failure::message));
    }

    boolean hasFailed() {
        return status.isFinal() && status != MessageStatus.DELIVERED;
    }

    /**
     * Brings a text to where its parts are: as far as the one that is least far, or failed when one is.
     *
     * @param optOuts how many parts told of an opt-out before: who tells of it again says nothing of what the contact wants by now
     * @return false when it has none
     */
    static boolean follow(Session tx, MessageKey text, long optOuts) {
        List<Parts.Part> parts = Parts.of(tx, text);
        if (parts.isEmpty()) {
            return false;
        }
        parts.stream()
                .filter(part -> part.progress().hasFailed())
                .findFirst()
                .orElseGet(() -> Collections.min(parts, LEAST_FAR_FIRST))
                .progress()
                .raise(tx, text);
        if (Parts.optOuts(parts) > optOuts) {
            Consents.optOutReceiver(tx, text);
        }
        return true;
    }

    /** Notes what the provider calls the text, if nothing is noted yet. */
    static void name(Session tx, MessageKey text, String providerId) {
        text.on(tx, NAME).set("provider_id", providerId).run();
    }
}
