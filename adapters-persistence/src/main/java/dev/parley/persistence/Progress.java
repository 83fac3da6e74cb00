package dev.parley.persistence;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.message.Failure;
import dev.parley.ports.message.MessageStatus;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Moves texts of ours forward, never back. */
final class Progress {

    private static final Comparator<Parts.Part> LEAST_FAR_FIRST = Comparator.comparingInt(part -> part.status().rank());

    private static final Sql RAISE = Sql.of("Progress.raise", """
            UPDATE message SET status = :status, status_rank = :rank, error_code = :code, error_message = :words, updated_at = {now}
            WHERE org_id = :org AND id = :id AND status_rank < :rank""");

    private static final Sql NAME = Sql.of("Progress.name", """
            UPDATE message SET provider_id = :provider_id WHERE org_id = :org AND id = :id AND provider_id IS NULL""");

    private Progress() {}

    static boolean raise(Session tx, OrganizationId organization, MessageId id, MessageStatus status, Optional<Failure> failure) {
        return tx.on(RAISE)
                .set("org", organization)
                .set("id", id)
                .set("status", status)
                .set("rank", status.rank())
                .set(
                        "code",
                        failure.map(
                                Failure::code))
                .set("words", failure.map(Failure::message))
                .changes();
    }

    static void name(Session tx, OrganizationId organization, MessageId id, String providerId) {
        tx.on(NAME).set("org", organization).set("id", id).set("provider_id", providerId).run();
    }

    /** Brings a text to where its parts are: as far as the one that is least far, or failed when one is. */
    static void follow(Session tx, OrganizationId organization, MessageId id) {
        List<Parts.Part> parts = Parts.of(tx, organization, id);
        Parts.Part whole = parts.stream()
                .filter(Parts.Part::hasFailed)
                .findFirst()
                .orElseGet(
                        () -> Collections.min(
                                parts,
                                LEAST_FAR_FIRST));
        raise(tx, organization, id, whole.status(), whole.failure());
        if (parts.stream().anyMatch(Parts.Part::isOptedOut)) {
            Consents.optOutReceiver(tx, organization, id);
        }
    }
}
