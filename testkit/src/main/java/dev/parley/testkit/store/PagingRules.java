package dev.parley.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.Cursor;
import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.testkit.Rule;
import dev.parley.testkit.sample.Tenant;
import dev.parley.testkit.store.Listing.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists that come in pages, and belong to one organization each. */
final class PagingRules {

    private static final int LIMIT = 3;
    private static final int MOST_PAGES = 20;
    private static final List<Integer> AGES = List.of(50, 50, 50, 50, 40, 30, 30, 20, 10);

    static final List<Rule<Scene>> RULES = rules();

    private PagingRules() {}

    private static List<Rule<Scene>> rules() {
        List<Listing> all = Stream.concat(Listing.OF_TENANTS.stream(), Stream.of(Listing.OF_ORGANIZATIONS)).toList();
        Stream<Rule<Scene>> paging = IntStream.range(0, all.size()).mapToObj(i -> pages("G" + (i + 1), all.get(i)));
        Stream<Rule<Scene>> isolation =
                IntStream.range(0, Listing.OF_TENANTS.size()).mapToObj(i -> belongs("G" + (all.size() + i + 1), Listing.OF_TENANTS.get(i)));
        return Stream.concat(paging, isolation).toList();
    }

    private static Rule<Scene> pages(String id, Listing listing) {
        return new Rule<>(
                id,
                "pages of " + listing.rows() + " hold each row once, newest first, while rows are added",
                "order by time and id, both compared with the cursor, and whether a page is promised that is empty",
                scene -> pages(scene, listing));
    }

    private static Rule<Scene> belongs(String id, Listing listing) {
        return new Rule<>(
                id,
                "another organization's list shows none of our " + listing.rows(),
                "the organization in the where",
                scene -> belongs(scene, listing));
    }

    private static void pages(Scene scene, Listing listing) {
        Instant now = scene.now();
        Set<UUID> expected = new HashSet<>();
        AGES.forEach(age -> expected.add(listing.adding().add(scene, scene.home(), now.minusSeconds(age))));
        Page<Row> page = listing.reading().read(scene, scene.home(), new PageRequest(LIMIT, Optional.empty()));
        List<Row> seen = new ArrayList<>(page.items());
        listing.adding().add(scene, scene.home(), now.plusSeconds(1));
        for (int i = 0; page.next().isPresent(); i++) {
            assertTrue(i < MOST_PAGES, "the pages do not end");
            page = next(scene, listing, page.next().get());
            seen.addAll(page.items());
        }
        List<UUID> ids = seen.stream().map(Row::id).toList();
        assertEquals(new HashSet<>(ids).size(), ids.size(), "a row came twice");
        assertTrue(ids.containsAll(expected), "a row is missing");
        assertEquals(seen.stream().sorted(Comparator.comparing(Row::at).reversed()).toList(), seen, "the newest do not come first");
    }

    private static Page<Row> next(Scene scene, Listing listing, Cursor after) {
        Page<Row> page = listing.reading().read(scene, scene.home(), new PageRequest(LIMIT, Optional.of(after)));
        assertFalse(page.items().isEmpty(), "an empty page was promised");
        assertTrue(page.items().size() <= LIMIT, "a page is longer than asked for");
        return page;
    }

    private static void belongs(Scene scene, Listing listing) {
        Tenant other = scene.tenant();
        UUID ours = listing.adding().add(scene, scene.home(), scene.now());
        UUID theirs = listing.adding().add(scene, other, scene.now());
        List<UUID> listed = listing.reading().read(scene, other, PageRequest.FIRST).items().stream().map(Row::id).toList();
        assertTrue(listed.contains(theirs), "a row is missing");
        assertFalse(listed.contains(ours), "a row of another organization is listed");
    }
}
