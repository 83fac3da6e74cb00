package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Keyword;
import dev.parley.ports.out.LongText;
import dev.parley.ports.out.TextPart;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.Part;
import dev.parley.ports.work.WorkKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * The parts of a text as rows, and what all of them have in common. Only touched with the row of their text locked.
 *
 * @param connection which connection brought them
 * @param from who sent them
 * @param to to whom
 * @param reference what the carrier calls them together
 * @param total how many there are
 */
record LongTextParts(ConnectionId connection, String from, String to, String reference, int total) {

    private static final Comparator<Came> BY_INDEX = Comparator.<Came>comparingInt(c -> c.text().part().orElseThrow().index())
            .thenComparing(Came::at);

    private static final Sql INSERT = Sql.of("LongTextParts.insert", """
            INSERT INTO long_text_part (org_id, connection_id, provider_id, text_id, part_index, body, media, handled_keyword, created_at)
            VALUES (:org, :connection, :provider_id, :id, :index, :body, :media, :keyword, {now})""");

    private static final Sql KNOWN_ELSEWHERE = Sql.of("LongTextParts.knownElsewhere", """
            SELECT p.part_index FROM connection k
            JOIN connection o ON o.org_id = k.org_id AND o.provider = k.provider AND o.account_key = k.account_key
            JOIN long_text_part p ON p.org_id = o.org_id AND p.connection_id = o.id AND p.provider_id = :provider_id
            WHERE k.org_id = :org AND k.id = :connection AND o.id <> k.id""");

    private static final Sql COUNT = Sql.of("LongTextParts.count", """
            SELECT COUNT(DISTINCT p.part_index) AS came FROM long_text_part p WHERE p.org_id = :org AND p.text_id = :id""");

    private static final Sql READ = Sql.of("LongTextParts.read", """
            SELECT p.provider_id, p.part_index, p.body, p.media, p.handled_keyword, p.created_at
            FROM long_text_part p WHERE p.org_id = :org AND p.text_id = :id""");

    private static final Sql STRIP = Sql.of("LongTextParts.strip", """
            UPDATE long_text_part SET joined_at = {now}, body = '', media = NULL WHERE org_id = :org AND text_id = :id""");

    static LongTextParts of(Row row) {
        return new LongTextParts(
                row.id("connection_id", ConnectionId::new),
                row.text("from_address"),
                row.text("to_address"),
                row.text("reference"),
                row.integer("total"));
    }

    /** Whether another connection to the same account brought it before. */
    static boolean isKnownElsewhere(Session tx, TextPart part) {
        return tx.on(KNOWN_ELSEWHERE)
                .set("org", part.organization())
                .set("connection", part.connection())
                .set("provider_id", part.text().providerMessageId())
                .exists();
    }

    /** Whether it went in: false when it had come before. */
    static boolean insert(Session tx, TextPart part, UUID text) {
        InboundText t = part.text();
        return on(tx, INSERT, WorkKey.join(part.organization(), text)).set("connection", part.connection())
                .set("provider_id", t.providerMessageId())
                .set("index", part.part().index())
                .set("body", t.body())
                .set("media", Json.media(t.media()))
                .set("keyword", t.handledKeyword())
                .inserts();
    }

    /** How many have come, each index counted once. */
    static int count(Session tx, WorkKey text) {
        return on(tx, COUNT, text).first(row -> row.integer("came")).orElse(0);
    }

    LongText text(Session tx, WorkKey text) {
        return new LongText(connection, on(tx, READ, text).list(this::came).stream().sorted(BY_INDEX).map(Came::text).toList());
    }

    /** Keeps the names and forgets what they said. */
    static void strip(Session tx, WorkKey text) {
        on(tx, STRIP, text).run();
    }

    private Came came(Row row) {
        var text = new InboundText(
                row.text("provider_id"),
                from,
                to,
                row.text("body"),
                row.media("media"),
                row.optionalWord("handled_keyword", Keyword.class),
                Optional.of(new Part(reference, row.integer("part_index"), total)));
        return new Came(text, row.moment("created_at"));
    }

    private static Statement on(Session tx, Sql sql, WorkKey text) {
        return tx.on(sql).set("org", text.organization()).set("id", text.subject());
    }

    /** A part, and when it came. */
    private record Came(InboundText text, Instant at) {}
}
