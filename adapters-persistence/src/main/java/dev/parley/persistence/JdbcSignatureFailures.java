package dev.parley.persistence;

import dev.parley.ports.ConnectionId;
import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.SignatureFailure;
import dev.parley.ports.out.SignatureFailures;

record JdbcSignatureFailures(Database database) implements SignatureFailures {

    private static final int KEPT = 100;

    private static final Sql INSERT = Sql.of("SignatureFailures.insert", """
            INSERT INTO signature_failure (org_id, id, connection_id, url, why, expected_urls, matching_url, created_at)
            VALUES (:org, :id, :connection, :url, :why, :expected, :matching, :at)""");

    private static final Sql FIRST_TOO_OLD = Sql.of("SignatureFailures.firstTooOld", """
            SELECT created_at, id FROM signature_failure WHERE org_id = :org AND connection_id = :connection
            ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET :kept""");

    private static final Sql FORGET = Sql.of("SignatureFailures.forget", """
            DELETE FROM signature_failure
            WHERE org_id = :org AND connection_id = :connection AND created_at <= :at AND (created_at < :at OR id <= :id)""");

    private static final Sql LIST = Sql.of("SignatureFailures.list", """
            SELECT f.org_id, f.id, f.connection_id, f.url, f.why, f.expected_urls, f.matching_url, f.created_at
            FROM signature_failure f WHERE f.org_id = :org""");

    @Override
    public void record(SignatureFailure failure) {
        database.write("SignatureFailures.record", tx -> {
            insert(tx, failure);
            of(failure, tx.on(FIRST_TOO_OLD)).set("kept", KEPT)
                    .first(row -> new Cursor(row.moment("created_at"), row.id("id", id -> id)))
                    .ifPresent(oldest -> of(failure, tx.on(FORGET)).set("at", oldest.at()).set("id", oldest.id()).run());
            return true;
        });
    }

    @Override
    public Page<SignatureFailure> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "SignatureFailures.list",
                session -> new Listing<>(
                        LIST,
                        Listing.Order.by("f", ""),
                        JdbcSignatureFailures::failure).set("org", organization).page(session, page));
    }

    private static void insert(Session tx, SignatureFailure f) {
        of(f, tx.on(INSERT)).set("id", f.id())
                .set("url", f.url())
                .set("why", f.why())
                .set("expected", Json.list(f.expectedUrls()))
                .set("matching", f.matchingUrl())
                .set("at", f.at())
                .inserts();
    }

    private static Statement of(SignatureFailure f, Statement statement) {
        return statement.set("org", f.organization()).set("connection", f.connection());
    }

    private static SignatureFailure failure(Row row) {
        return new SignatureFailure(
                row.id("id", id -> id),
                row.id("org_id", OrganizationId::new),
                row.id(
                        "connection_id",
                        ConnectionId::new),
                row.text("url"),
                row.text("why"),
                Json.list(row.text("expected_urls")),
                row.optionalText("matching_url"),
                row.moment("created_at"));
    }
}
