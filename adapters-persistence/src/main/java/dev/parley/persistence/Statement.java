package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.AgentId;
import dev.parley.ports.ApiKeyId;
import dev.parley.ports.AssignedNumberId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.ConversationId;
import dev.parley.ports.DeliveryId;
import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement whose parameters are being filled in, to be run once. */
final class Statement {

    private static final Object MISSING = new Object();

    private final DbExecute execute;
    private final Dialect dialect;
    private final Sql sql;
    private final List<@Nullable Object> values;

    Statement(DbExecute execute, Dialect dialect, Sql sql) {
        this.execute = execute;
        this.dialect = dialect;
        this.sql = sql;
        values = new ArrayList<>(Collections.nCopies(sql.parameters().size(), MISSING));
    }

    /** Fills a parameter in, wherever it stands. An empty {@link Optional} is NULL, a {@link Duration} counts in microseconds. */
    Statement set(String parameter, Object value) {
        List<Integer> positions = sql.positions(parameter);
        if (positions.isEmpty()) {
            throw new IllegalStateException(sql.name() + " has no parameter " + parameter);
        }
        @Nullable Object stored = stored(value);
        positions.forEach(i -> values.set(i, stored));
        return this;
    }

    /** Runs it, and says how many rows it found to change. */
    long run() {
        return execute.createNamedDmlStatement(sql.name(), sql.text(dialect)).params(filled()).execute();
    }

    /** Runs it where it must find its row. */
    boolean changes() {
        return run() > 0;
    }

    /** Runs it, and says whether it went in: false when a row of the same key is there. */
    boolean inserts() {
        try {
            run();
            return true;
        } catch (DbClientException e) {
            if (Failures.sqlException(e).filter(dialect::isDuplicateKey).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    <T> Optional<T> first(Function<Row, T> mapper) {
        return execute.createNamedGet(sql.name(), sql.text(dialect)).params(filled()).execute().map(row -> mapper.apply(new Row(row)));
    }

    boolean exists() {
        return first(_ -> true).isPresent();
    }

    <T> List<T> list(Function<Row, T> mapper) {
        try (Stream<DbRow> rows = execute.createNamedQuery(sql.name(), sql.text(dialect)).params(filled()).execute()) {
            return rows.map(row -> mapper.apply(new Row(row))).toList();
        }
    }

    private List<@Nullable Object> filled() {
        int missing = values.indexOf(MISSING);
        if (missing >= 0) {
            throw new IllegalStateException(sql.name() + " lacks parameter " + sql.parameters().get(missing));
        }
        return values;
    }

    private @Nullable Object stored(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty() ? null : stored(optional.get());
            case Instant instant -> dialect.moment(instant);
            case Duration duration -> duration.toNanos() / 1_000;
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Address address -> address.value();
            case PhoneNumber number -> number.e164();
            case Record id -> Row.bytes(uuid(id));
            case UUID id -> Row.bytes(id);
            case Object other -> other;
        };
    }

    private static UUID uuid(Record id) {
        return switch (id) {
            case OrganizationId(UUID value) -> value;
            case ConnectionId(UUID value) -> value;
            case AgentId(UUID value) -> value;
            case AssignedNumberId(UUID value) -> value;
            case ConversationId(UUID value) -> value;
            case MessageId(UUID value) -> value;
            case DeliveryId(UUID value) -> value;
            case ApiKeyId(UUID value) -> value;
            case Record other -> throw new IllegalArgumentException("no column holds a " + other.getClass().getName());
        };
    }

    /**
     * One row of a statement about several: its parameters end in its index.
     *
     * @param statement about all of them
     * @param index which, counted from 0
     */
    record Nth(Statement statement, int index) {

        Nth set(String parameter, Object value) {
            statement.set(parameter + index, value);
            return this;
        }
    }
}
