package dev.parley.persistence;

import dev.parley.ports.OrganizationId;
import dev.parley.ports.work.WorkKey;
import dev.parley.ports.work.WorkKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds work of organizations that others hide. It goes from one organization to the next by an index that begins with it, which
 * costs the same however much each is owed; at most {@value #STEPS} a time, and on from there the next time. Takes no locks: what it
 * finds is claimed by whoever is first. Not thread-safe.
 */
final class WaitingOrganizations {

    static final int STEPS = 32;

    private static final OrganizationId BEFORE_ALL = new OrganizationId(new UUID(0, 0));

    /** The first rows of an organization tell whether anything of it is due, and which organization that is. */
    private static final Sql NEXT = Sql.of("WaitingOrganizations.next", """
            SELECT org_id FROM work WHERE kind = :kind AND org_id > :after ORDER BY org_id LIMIT 1""");

    private static final Sql DUE = Sql.of("WaitingOrganizations.due", """
            SELECT subject FROM work WHERE kind = :kind AND org_id = :org AND due_at <= {now} ORDER BY due_at, subject LIMIT :most""");

    private final Database database;
    private final Map<WorkKind, OrganizationId> places = new EnumMap<>(WorkKind.class);

    WaitingOrganizations(Database database) {
        this.database = database;
    }

    /** Due work of organizations other than those, the longest due first of each, and of each about the same. */
    List<WorkKey> next(WorkKind kind, Set<OrganizationId> besides, int most) {
        return database.read("WaitingOrganizations", session -> {
            List<OrganizationId> organizations = round(session, kind).stream().filter(id -> !besides.contains(id)).toList();
            int share = Math.max(1, most / Math.max(1, organizations.size()));
            return organizations.stream().limit(most).flatMap(id -> due(session, kind, id, share).stream()).toList();
        });
    }

    /** The next few organizations that are owed anything of that kind; after the last one comes the first. */
    private List<OrganizationId> round(Session session, WorkKind kind) {
        OrganizationId begin = places.getOrDefault(kind, BEFORE_ALL);
        var found = new ArrayList<OrganizationId>();
        OrganizationId place = begin;
        for (int step = 0; step < STEPS; step++) {
            place = after(session, kind, place);
            if (found.contains(place)) {
                break;
            }
            if (!place.equals(BEFORE_ALL)) {
                found.add(place);
            }
        }
        places.put(kind, place);
        return found;
    }

    private static OrganizationId after(Session session, WorkKind kind, OrganizationId place) {
        return session.on(NEXT)
                .set("kind", kind)
                .set("after", place)
                .first(row -> row.id("org_id", OrganizationId::new))
                .orElse(BEFORE_ALL);
    }

    private static List<WorkKey> due(Session session, WorkKind kind, OrganizationId organization, int most) {
        return session.on(DUE)
                .set("kind", kind)
                .set("org", organization)
                .set("most", most)
                .list(row -> new WorkKey(organization, kind, row.id("subject", id -> id)));
    }
}
