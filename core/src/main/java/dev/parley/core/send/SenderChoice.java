package dev.parley.core.send;

import dev.parley.core.world.World;
import dev.parley.ports.AgentId;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.connection.AssignedNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.in.SendCommand;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who sends a text, from which number and through which account, when the caller leaves some of it open. */
final class SenderChoice {

    private static final String CONNECTION_REQUIRED =
            "Neither from nor a number or connection of the agent says through which connection to send: name a messagingConnectionId.";

    private final World.Setup setup;

    SenderChoice(World.Setup setup) {
        this.setup = setup;
    }

    /**
     * Who sends.
     *
     * @param agent whose text it is, when it is an agent's
     * @param from from which number; without one the provider chooses
     * @param connection through which account
     */
    record Sender(Optional<Agent> agent, Optional<PhoneNumber> from, Connection connection) {

        int idleResetDays() {
            return agent.map(a -> a.config().limits().idleResetDays()).orElse(0);
        }
    }

    /** What is known so far. */
    private record Route(Optional<Agent> agent, Optional<AssignedNumber> number) {}

    Result<Sender> choose(SendCommand command) {
        return agent(command).then(route -> number(command, route)).then(route -> connection(command, route));
    }

    private Result<Route> agent(SendCommand command) {
        Optional<Agent> agent = command.agent().flatMap(id -> setup.agents().find(command.organization(), id));
        boolean missing = command.agent().isPresent() && agent.isEmpty();
        return missing ? Result.rejected(Rejection.notFound("agent")) : Result.ok(new Route(agent, Optional.empty()));
    }

    private Result<Route> number(SendCommand command, Route route) {
        if (command.from().isEmpty()) {
            return Result.ok(new Route(route.agent(), route.agent().flatMap(agent -> numberOf(agent, command))));
        }
        Optional<AssignedNumber> number = command.from().flatMap(from -> setup.numbers().findByNumber(command.organization(), from));
        if (number.isEmpty()) {
            return Result.rejected(Rejection.of(Kind.NOT_FOUND, "number_not_found", "There is no such phone number."));
        }
        Optional<AgentId> answering = number.flatMap(AssignedNumber::agent);
        return Result.ok(new Route(
                route.agent().or(() -> answering.flatMap(id -> setup.agents().find(command.organization(), id))),
                number));
    }

    /** The number that the agent prefers, else the first that it was given; only one that the wanted connection carries. */
    private Optional<AssignedNumber> numberOf(Agent agent, SendCommand command) {
        Optional<AssignedNumber> preferred =
                agent.config().fromNumber().flatMap(n -> setup.numbers().findByNumber(agent.organization(), n));
        return Stream.concat(preferred.stream(), setup.numbers().ofAgent(agent.organization(), agent.id()).stream())
                .filter(n -> command.connection().map(n.connection()::equals).orElse(true))
                .findFirst();
    }

    private Result<Sender> connection(SendCommand command, Route route) {
        Optional<ConnectionId> carrier = route.number().map(AssignedNumber::connection);
        Optional<ConnectionId> wanted = command.connection().or(() -> carrier).or(() -> route.agent().flatMap(Agent::connection));
        if (wanted.isEmpty()) {
            return Result.rejected(Rejection.of(Kind.MALFORMED, "connection_required", CONNECTION_REQUIRED));
        }
        Optional<Connection> connection = setup.connections().find(command.organization(), wanted.get());
        if (connection.isEmpty()) {
            return Result.rejected(Rejection.notFound("messaging connection"));
        }
        if (carrier.isPresent() && !carrier.equals(wanted)) {
            return Result.rejected(
                    Rejection.invalid("messagingConnectionId", "connection_mismatch", "Another connection carries the number in from."));
        }
        return Result.ok(new Sender(route.agent(), route.number().map(AssignedNumber::number), connection.get()));
    }
}
