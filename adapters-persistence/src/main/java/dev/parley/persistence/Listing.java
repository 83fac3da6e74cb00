package dev.parley.persistence;

import dev.parley.ports.Cursor;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A page of rows, newest first, that fulfil whatever conditions are asked for. Of one thread; used once. */
final class Listing<T> {

    private final Sql base;
    private final Order order;
    private final Function<Row, T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Listing(Sql base, Order order, Function<Row, T> mapper) {
        this.base = base;
        this.order = order;
        this.mapper = mapper;
    }

    /** Fills in a parameter of the statement itself. */
    Listing<T> set(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    /** Adds a condition when there is something to compare with. */
    Listing<T> where(Filter filter) {
        filter.value().ifPresent(value -> {
            conditions.add(filter.condition());
            values.put(filter.parameter(), value);
        });
        return this;
    }

    Page<T> page(Session session, PageRequest page) {
        page.after().ifPresent(this::after);
        List<Entry<T>> rows = run(session, page.limit() + 1);
        List<Entry<T>> items = rows.subList(0, Math.min(page.limit(), rows.size()));
        Optional<Cursor> next = items.size() < rows.size() ? Optional.of(items.getLast().place()) : Optional.empty();
        return new Page<>(items.stream().map(Entry::item).toList(), next);
    }

    /** The first comparison gives the index its range, the second leaves out what shares the moment. */
    private void after(Cursor cursor) {
        conditions.add("%1$s <= :cursor_at AND (%1$s < :cursor_at OR %2$s < :cursor_id)".formatted(order.time(), order.id()));
        values.put("cursor_at", cursor.at());
        values.put("cursor_id", cursor.id());
    }

    private List<Entry<T>> run(Session session, int limit) {
        String where = conditions.isEmpty() ? "" : "AND " + String.join(" AND ", conditions);
        String newestFirst = "ORDER BY %s DESC, %s DESC LIMIT :limit".formatted(order.time(), order.id());
        Statement statement = session.on(base.and(where).and(newestFirst)).set("limit", limit);
        values.forEach(statement::set);
        return statement.list(row -> new Entry<>(mapper.apply(row), order.place(row)));
    }

    /**
     * By which columns rows are ordered.
     *
     * @param time the column of their time, qualified
     * @param id the column of their id, qualified
     * @param timeLabel what the time is called in the answer
     * @param idLabel what the id is called in the answer
     */
    record Order(String time, String id, String timeLabel, String idLabel) {

        static Order by(String alias, String prefix) {
            return new Order(alias + ".created_at", alias + ".id", prefix + "created_at", prefix + "id");
        }

        private Cursor place(Row row) {
            return new Cursor(row.moment(timeLabel), row.id(idLabel, id -> id));
        }
    }

    /**
     * A condition that may be wanted.
     *
     * @param condition what has to hold
     * @param parameter what is compared with in it
     * @param value the value of that; without one everything fits
     */
    record Filter(String condition, String parameter, Optional<?> value) {}

    private record Entry<T>(T item, Cursor place) {}
}
