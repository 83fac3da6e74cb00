package dev.parley.persistence;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything in which the databases differ. */
enum Dialect {
    /** The embedded one. */
    H2("jdbc:h2:", "CURRENT_TIMESTAMP(6)", 23505),
    /** MySQL and MariaDB. */
    MYSQL("jdbc:mysql:", "UTC_TIMESTAMP(6)", 1062);

    /**
     * H2 keeps moments with their offset: as DATETIME they would go through the JVM's time zone, which lacks an hour each spring.
     */
    private static final Map<String, String> H2_TYPES = Map.of(
            "instant",
            "TIMESTAMP(6) WITH TIME ZONE",
            "text",
            "VARCHAR(1048576)",
            "table",
            "");
    private static final Map<String, String> MYSQL_TYPES = Map.of(
            "instant",
            "DATETIME(6)",
            "text",
            "MEDIUMTEXT",
            "table",
            "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin");

    /**
     * Deadlock, lock timeout, concurrent update, and a foreign key that somebody else broke between our looking and our writing:
     * <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">ErrorCode</a>.
     */
    private static final Set<Integer> H2_CONFLICTS = Set.of(23503, 23506, 40001, 50200, 90131);
    /** Closed, locked by another process, no room or no disk. */
    private static final Set<Integer> H2_AWAY = Set.of(90007, 90020, 90028, 90031, 90098, 90121);

    /**
     * Lock timeout, deadlock and the two sides of a foreign key, see
     * <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">server errors</a>; 1020 is MariaDB's
     * <a href="https://mariadb.com/kb/en/innodb-system-variables/#innodb_snapshot_isolation">snapshot isolation</a>.
     */
    private static final Set<Integer> MYSQL_CONFLICTS = Set.of(1020, 1205, 1213, 1451, 1452);
    /** No room, no connection to spare, read-only after a failover. */
    private static final Set<Integer> MYSQL_AWAY = Set.of(1021, 1040, 1114, 1290, 1836);

    private final String urlPrefix;
    private final String now;
    private final int duplicateKey;

    Dialect(String urlPrefix, String now, int duplicateKey) {
        this.urlPrefix = urlPrefix;
        this.now = now;
        this.duplicateKey = duplicateKey;
    }

    static Optional<Dialect> of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return Set.of(values()).stream().filter(d -> lower.startsWith(d.urlPrefix)).findFirst();
    }

    /** The expression for the present moment, by the clock of the database. */
    String now() {
        return now;
    }

    /**
     * What has a table read by an index. MySQL guesses by how many rows it last counted, and in a table that has grown since then
     * rather reads all rows of an organization than those that a statement names. {@code PRIMARY} is the index of the key.
     */
    String by(String index) {
        return switch (this) {
            case H2 -> "";
            case MYSQL -> " FORCE INDEX (" + index + ")";
        };
    }

    /** Joins a table that is to be locked after the one before it: MySQL takes whichever it thinks the smaller first. */
    String thenJoin() {
        return switch (this) {
            case H2 -> "JOIN";
            case MYSQL -> "STRAIGHT_JOIN";
        };
    }

    /** What stands for the placeholders of the migrations. */
    Map<String, String> types() {
        return switch (this) {
            case H2 -> H2_TYPES;
            case MYSQL -> MYSQL_TYPES;
        };
    }

    /**
     * How many rows one statement had better be about. H2 is no round trip away, and finds the rows of an OR by reading all of a
     * table.
     */
    int mostRows() {
        return switch (this) {
            case H2 -> 1;
            case MYSQL -> SqlFamily.LARGEST;
        };
    }

    /** A moment as a parameter; to the microsecond, as it is stored. */
    Object moment(Instant instant) {
        Instant stored = instant.truncatedTo(ChronoUnit.MICROS);
        return switch (this) {
            case H2 -> OffsetDateTime.ofInstant(stored, ZoneOffset.UTC);
            case MYSQL -> LocalDateTime.ofInstant(stored, ZoneOffset.UTC);
        };
    }

    boolean isDuplicateKey(SQLException e) {
        return e.getErrorCode() == duplicateKey;
    }

    /**
     * Whether the transaction met another, or its connection was lost, and may do better if it is begun anew: a removal then sees
     * what has just come to refer to its row. What refers to a row that is gone does not, and ends as unavailable, since whoever
     * asks again is told what is missing.
     */
    boolean isWorthRetrying(SQLException e) {
        Set<Integer> conflicts = switch (this) {
            case H2 -> H2_CONFLICTS;
            case MYSQL -> MYSQL_CONFLICTS;
        };
        return conflicts.contains(e.getErrorCode()) || hasClass(e, "40") || (hasClass(e, "08") && !isAway(e));
    }

    /** Whether the database cannot do anything for us just now. */
    boolean isAway(SQLException e) {
        Set<Integer> away = switch (this) {
            case H2 -> H2_AWAY;
            case MYSQL -> MYSQL_AWAY;
        };
        return away.contains(e.getErrorCode());
    }

    private static boolean hasClass(SQLException e, String sqlStateClass) {
        return Optional.ofNullable(e.getSQLState()).filter(s -> s.startsWith(sqlStateClass)).isPresent();
    }
}
