package dev.parley.persistence;

import dev.parley.ports.ApiKeyId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.organization.ApiKey;
import dev.parley.ports.organization.Scope;
import dev.parley.ports.out.ApiKeyStore;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

record JdbcApiKeyStore(Database database) implements ApiKeyStore {

    private static final String COLUMNS = "k.org_id, k.id, k.name, k.scopes, k.expires_at, k.created_at";

    private static final Sql INSERT = Sql.of("ApiKeyStore.insert", """
            INSERT INTO api_key (org_id, id, name, sha256, scopes, expires_at, created_at)
            VALUES (:org, :id, :name, :sha256, :scopes, :expires_at, :created_at)""");

    /** Crosses organizations: the key says whose it is. */
    private static final Sql FIND_BY_HASH =
            Sql.of("ApiKeyStore.findByHash", "SELECT " + COLUMNS + " FROM api_key k WHERE k.sha256 = :sha256");

    private static final Sql LIST = Sql.of("ApiKeyStore.list", "SELECT " + COLUMNS + " FROM api_key k WHERE k.org_id = :org");

    private static final Sql DELETE = Sql.of("ApiKeyStore.delete", "DELETE FROM api_key WHERE org_id = :org AND id = :id");

    @Override
    public boolean insert(ApiKey key, String sha256) {
        return database.write(
                "ApiKeyStore.insert",
                tx -> tx.on(INSERT)
                        .set("org", key.organization())
                        .set("id", key.id())
                        .set(
                                "name",
                                key
                                        .name())
                        .set("sha256", sha256)
                        .set("scopes", words(key.scopes()))
                        .set("expires_at", key.expiresAt())
                        .set(
                                "created_at",
                                key
                                        .createdAt())
                        .inserts());
    }

    @Override
    public Optional<ApiKey> findByHash(String sha256) {
        return database.read(
                "ApiKeyStore.findByHash",
                session -> session.on(FIND_BY_HASH)
                        .set("sha256", sha256)
                        .first(
                                JdbcApiKeyStore::apiKey));
    }

    @Override
    public Page<ApiKey> list(OrganizationId organization, PageRequest page) {
        return database.read(
                "ApiKeyStore.list",
                session -> new Listing<>(LIST, Listing.Order.by("k", ""), JdbcApiKeyStore::apiKey).set(
                        "org",
                        organization).page(session, page));
    }

    @Override
    public boolean delete(OrganizationId organization, ApiKeyId id) {
        return database.write("ApiKeyStore.delete", tx -> tx.on(DELETE).set("org", organization).set("id", id).changes());
    }

    private static ApiKey apiKey(Row row) {
        return new ApiKey(
                row.id("id", ApiKeyId::new),
                row.id("org_id", OrganizationId::new),
                row.text("name"),
                scopes(row.text("scopes")),
                row.optionalMoment("expires_at"),
                row.moment("created_at"));
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    private static Set<Scope> scopes(String words) {
        return Arrays.stream(words.split(" ", -1)).flatMap(word -> Scope.parse(word).stream()).collect(Collectors.toSet());
    }
}
