package dev.parley.app.http;

import dev.parley.ports.Cursor;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.Rejection;
import dev.parley.ports.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Things of organizations, in memory, the newest first. */
final class Shelf<K, T> {

    private final String what;
    private final Function<T, OrganizationId> owner;
    private final Function<T, K> id;
    private final Function<T, Cursor> cursor;
    private final Map<K, T> things = new LinkedHashMap<>();

    Shelf(String what, Function<T, OrganizationId> owner, Function<T, K> id, Function<T, Cursor> cursor) {
        this.what = what;
        this.owner = owner;
        this.id = id;
        this.cursor = cursor;
    }

    synchronized T put(T thing) {
        things.put(id.apply(thing), thing);
        return thing;
    }

    synchronized Result<T> find(OrganizationId organization, K wanted) {
        return Optional.ofNullable(things.get(wanted))
                .filter(thing -> owner.apply(thing).equals(organization))
                .map(Result::ok)
                .orElseGet(() -> Result.rejected(Rejection.notFound(what)));
    }

    synchronized Result<K> remove(OrganizationId organization, K wanted) {
        return find(organization, wanted).map(thing -> {
            things.remove(wanted);
            return wanted;
        });
    }

    synchronized List<T> all(Predicate<T> filter) {
        return things.values().stream().filter(filter).toList().reversed();
    }

    Page<T> page(PageRequest page, Predicate<T> filter) {
        List<T> rest = all(filter.and(thing -> page.after().map(after -> isBehind(thing, after)).orElse(true)));
        List<T> items = new ArrayList<>(rest.subList(0, Math.min(page.limit(), rest.size())));
        return new Page<>(items, rest.size() > items.size() ? Optional.of(cursor.apply(items.getLast())) : Optional.empty());
    }

    Page<T> page(OrganizationId organization, PageRequest page) {
        return page(page, thing -> owner.apply(thing).equals(organization));
    }

    private boolean isBehind(T thing, Cursor after) {
        Cursor place = cursor.apply(thing);
        return place.at().isBefore(after.at()) || (place.at().equals(after.at()) && place.id().compareTo(after.id()) < 0);
    }
}
