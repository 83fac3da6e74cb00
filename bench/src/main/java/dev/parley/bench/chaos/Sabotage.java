package dev.parley.bench.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bugs that the checker has to find, and the invariant that each breaks. */
public enum Sabotage {
    /** A text is acknowledged before it is stored, and now and then is not. */
    ACK_BEFORE_COMMIT("I1", new Tampering.Door(Meddling::acknowledgeUnstored)),
    /** A text is acknowledged and gone after a crash: a journal or a log that is not forced to the disk. */
    LOST_COMMIT("I1", again("DELETE FROM message WHERE direction = 'inbound' AND handled_as = 'opt_out' LIMIT 1")),
    /** The key that makes a text unique is not there: what is remembered in memory alone is the same. */
    NO_UNIQUE_KEY("I2", once("ALTER TABLE message DROP INDEX message_inbound")),
    /** A text that nobody sent. */
    GHOST("I3", again("""
            UPDATE message SET inbound_id = CONCAT('ghost', inbound_id) WHERE direction = 'inbound'
            AND handled_as IS NOT NULL AND inbound_id NOT LIKE 'ghost%' LIMIT 1""")),
    /** A text that the model failed on is filed as answered. */
    SWALLOWED_ERROR("I4", again("""
            UPDATE message SET reply_id = NULL WHERE handled_as = 'replied' AND reply_id IS NOT NULL LIMIT 1""")),
    /** A reply is made of a window that lacks the newest text. */
    STALE_WINDOW("I4", new Tampering.Model(Meddling::withoutNewestText)),
    /** A request is sent again by a client that got no good answer, or by one that did. */
    BLIND_RESEND("I5", new Tampering.Provider(Meddling::twice)),
    /** Leases that keep nobody out, and no fence: two nodes answer one conversation. */
    NO_FENCE("I4", new Tampering.Sql(
            List.of("CREATE TRIGGER no_fence BEFORE UPDATE ON work FOR EACH ROW SET NEW.epoch = OLD.epoch"),
            List.of("UPDATE work SET due_at = UTC_TIMESTAMP(6), held = FALSE, in_flight = FALSE"))),
    /** A reply overtakes the one before it. */
    OVERTAKING("I6", new Tampering.Provider(Meddling::holdSomeBack)),
    /** Whether somebody has opted out is forgotten after the text that said so. */
    STOP_FORGOTTEN("I7", again("DELETE FROM suppression")),
    /** A late report lowers what was reached. */
    RANK_FALLS("I8", once("""
            CREATE TRIGGER rank_falls BEFORE UPDATE ON message FOR EACH ROW
            IF NEW.status = 'delivered' THEN SET NEW.status = 'sent', NEW.status_rank = 4; END IF""")),
    /** Texts of another organization in a prompt. */
    NO_ORGANIZATION_FILTER("I9", new Tampering.Model(Meddling::mixOrganizations)),
    /** Work that is put off and never done. */
    STUCK_LEASE("I10", again("UPDATE work SET due_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE kind = 'REPLY' LIMIT 1")),
    /** An event that is marked as delivered and was not. */
    LOST_EVENT("I11", new Tampering.Sink(Meddling::lose)),
    /** An event without its signature. */
    UNSIGNED_EVENT("I11", new Tampering.Sink(route -> asked -> route.answer(Meddling.header(asked, "webhook-signature", "")))),
    /** An id of an event that is new for each attempt. */
    NEW_EVENT_ID("I11", new Tampering.Sink(Meddling::renameEvents)),
    /** What people write is in the log. */
    LEAKY_LOG("I12", new Tampering.Log("DEBUG received: Hello canarynorth, from +12025550000")),
    /** An Idempotency-Key is forgotten. */
    FORGOTTEN_KEYS("I13", again("DELETE FROM idempotency WHERE status IS NOT NULL")),
    /** More segments than were billed. */
    WRONG_BILL("I14", once("""
            CREATE TRIGGER wrong_bill BEFORE UPDATE ON message FOR EACH ROW
            IF NEW.provider_id IS NOT NULL THEN SET NEW.segments = OLD.segments + 1; END IF"""));

    private final String foundBy;
    /** What is tampered with is never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Tampering tampering;

    Sabotage(String foundBy, Tampering tampering) {
        this.foundBy = foundBy;
        this.tampering = tampering;
    }

    private static Tampering once(String...sql) {
        return new Tampering.Sql(List.of(sql), List.of());
    }

    private static Tampering again(String...sql) {
        return new Tampering.Sql(List.of(), List.of(sql));
    }

    /** By its word on the command line. */
    static Sabotage named(String word) {
        return Arrays.stream(values())
                .filter(bug -> bug.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "known bugs: "
                                + Arrays.stream(values()).map(Sabotage::word).collect(Collectors.joining(", "))));
    }

    /** Its word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The invariant that it breaks first. */
    public String foundBy() {
        return foundBy;
    }

    Tampering tampering() {
        return tampering;
    }
}
