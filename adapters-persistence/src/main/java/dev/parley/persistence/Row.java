package dev.parley.persistence;

import dev.parley.ports.Address;
import dev.parley.ports.spi.Media;
import io.helidon.dbclient.DbRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One row of an answer, in the types that the rest is written in. */
record Row(DbRow columns) {

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    boolean has(String column) {
        return value(column).isPresent();
    }

    <T> T id(String column, Function<UUID, T> type) {
        return type.apply(uuid(present(column)));
    }

    <T> Optional<T> optionalId(String column, Function<UUID, T> type) {
        return value(column).map(Row::uuid).map(type);
    }

    String text(String column) {
        return (String) present(column);
    }

    Optional<String> optionalText(String column) {
        return value(column).map(String.class::cast);
    }

    Optional<Address> optionalAddress(String column) {
        return optionalText(column).map(Address::new);
    }

    List<Media> media(String column) {
        return optionalText(column).map(Json::media).orElse(List.of());
    }

    <E extends Enum<E>> E word(String column, Class<E> type) {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    <E extends Enum<E>> Optional<E> optionalWord(String column, Class<E> type) {
        return optionalText(column).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    Instant moment(String column) {
        return instant(present(column));
    }

    Optional<Instant> optionalMoment(String column) {
        return value(column).map(Row::instant);
    }

    int integer(String column) {
        return ((Number) present(column)).intValue();
    }

    Optional<Integer> optionalInteger(String column) {
        return value(column).map(n -> ((Number) n).intValue());
    }

    long number(String column) {
        return ((Number) present(column)).longValue();
    }

    /** MySQL has no truth values but 0 and 1. */
    boolean is(String column) {
        return switch (present(column)) {
            case Boolean truth -> truth;
            case Number n -> n.intValue() != 0;
            case Object other -> throw unexpected(column, other);
        };
    }

    private Object present(String column) {
        return value(column).orElseThrow(() -> new IllegalStateException("column " + column + " is empty"));
    }

    private Optional<Object> value(String column) {
        return Optional.ofNullable(columns.column(column).get(Object.class));
    }

    private static UUID uuid(Object value) {
        ByteBuffer bytes = ByteBuffer.wrap((byte[]) value);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
            case OffsetDateTime moment -> moment.toInstant();
            case Object other -> throw unexpected("of a moment", other);
        };
    }

    private static IllegalStateException unexpected(String column, Object value) {
        return new IllegalStateException("column " + column + " holds a " + value.getClass().getName());
    }
}
