package dev.parley.core.world;

import dev.parley.ports.Page;
import dev.parley.ports.PageRequest;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our numbers that a connection carries. */
public final class CarriedNumbers {

    private CarriedNumbers() {}

    /** All of them, the longest assigned first. */
    public static List<AssignedNumber> of(Connection connection, World.Setup setup) {
        var carried = new ArrayList<AssignedNumber>();
        Optional<PageRequest> next = Optional.of(PageRequest.FIRST);
        while (next.isPresent()) {
            Page<AssignedNumber> page = setup.numbers().list(connection.organization(), next.get());
            page.items().stream().filter(n -> n.connection().equals(connection.id())).forEach(carried::add);
            next = page.next().map(end -> new PageRequest(PageRequest.MAX, Optional.of(end)));
        }
        return carried.reversed();
    }
}
