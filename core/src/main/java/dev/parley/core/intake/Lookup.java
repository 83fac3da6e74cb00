package dev.parley.core.intake;

import dev.parley.core.world.World;
import dev.parley.ports.ConnectionId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.StoreUnavailable;
import dev.parley.ports.out.WebhookDirectory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the connections that a webhook may be for: where the database is away, among those that were there last. Thread-safe. */
final class Lookup {

    /** Together with what {@link Safekeeping} waits, less than the two seconds within which a carrier wants its answer. */
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final World world;
    private final Safekeeping safekeeping;

    Lookup(World world, Safekeeping safekeeping) {
        this.world = world;
        this.safekeeping = safekeeping;
    }

    /** Whether what is not found may be there all the same. */
    boolean isGuess() {
        return safekeeping.outage().isOn();
    }

    Optional<Connection> connection(String provider, ConnectionId id) {
        return ask(directory -> directory.connection(provider, id));
    }

    Optional<Connection> carrierOf(String provider, PhoneNumber ourNumber) {
        return ask(directory -> directory.carrierOf(provider, ourNumber));
    }

    List<Connection> ofAccount(String provider, String accountKey) {
        return ask(directory -> directory.ofAccount(provider, accountKey));
    }

    private <T> T ask(Function<WebhookDirectory, T> question) {
        return (isGuess() ? Optional.<T>empty() : answer(question)).orElseGet(() -> question.apply(world.refuge().lastKnown()));
    }

    private <T> Optional<T> answer(Function<WebhookDirectory, T> question) {
        try {
            Optional<T> answer = world.nature().tasks().within(LIMIT, () -> question.apply(world.traffic().directory()));
            if (answer.isEmpty()) {
                safekeeping.beginOutage("it does not answer");
            }
            return answer;
        } catch (StoreUnavailable away) {
            safekeeping.beginOutage(String.valueOf(away.getMessage()));
            return Optional.empty();
        }
    }
}
