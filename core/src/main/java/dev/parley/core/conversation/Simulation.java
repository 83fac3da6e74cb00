package dev.parley.core.conversation;

import dev.parley.core.world.World;
import dev.parley.ports.OrganizationId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.SimulateText;
import dev.parley.ports.out.SimulatedPhone;
import java.util.Optional;

/** Texts from phones that are not there. Thread-safe. */
public final class Simulation implements SimulateText {

    private static final int LONGEST = 1600;

    private final World.Setup setup;
    private final SimulatedPhone phone;

    /** Takes the phone. */
    public Simulation(World world) {
        this.setup = world.setup();
        this.phone = world.peers().phone();
    }

    @Override
    public Result<String> text(OrganizationId organization, PhoneNumber from, PhoneNumber to, String body) {
        if (body.length() > LONGEST) {
            return Result.rejected(Rejection.invalid("body", "too_long", "A text has at most " + LONGEST + " characters."));
        }
        Optional<Connection> connection = setup.numbers()
                .findByNumber(organization, to)
                .map(AssignedNumber::connection)
                .flatMap(id -> setup.connections().find(organization, id));
        if (connection.isEmpty()) {
            return Result.rejected(Rejection.of(Kind.NOT_FOUND, "number_not_found", "There is no such phone number."));
        }
        if (!connection.get().provider().equals(phone.provider())) {
            return Result.rejected(Rejection.invalid("to", "not_simulated", "A real provider carries that number."));
        }
        return Result.ok(phone.text(connection.get(), from, to, body));
    }
}
