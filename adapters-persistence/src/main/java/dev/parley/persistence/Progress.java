package dev.parley.persistence;

import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
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

    private static final Sql RAISE = Sql.of("Progress.raise", """
            UPDATE message SET status = :status, status_rank = :rank, error_code = :code, error_message = :words, updated_at = {now}
            WHERE org_id = :org AND id = :id AND status_rank < :rank""");

    private static final Sql NAME = Sql.of("Progress.name", """
            UPDATE message SET provider_id = :provider_id WHERE org_id = :org AND id = :id AND provider_id IS NULL""");

    static Progress failing(MessageStatus status, Failure failure) {
        return new Progress(status, Optional.of(failure));
    }

    /** Moves a text here, unless it is further already. */
    void raise(Session tx, MessageKey text) {
        fill(text.on(tx, RAISE)).run();
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
     */
    static void follow(Session tx, MessageKey text, long optOuts) {
        List<Parts.Part> parts = Parts.of(tx, text);
        parts.stream()
                .filter(part -> part.progress().hasFailed())
                .findFirst()
                .orElseGet(() -> Collections.min(parts, LEAST_FAR_FIRST))
                .progress()
                .raise(tx, text);
        if (Parts.optOuts(parts) > optOuts) {
            Consents.optOutReceiver(tx, text);
        }
    }

    /** Notes what the provider calls the text, if nothing is noted yet. */
    static void name(Session tx, MessageKey text, String providerId) {
        text.on(tx, NAME).set("provider_id", providerId).run();
    }
}
