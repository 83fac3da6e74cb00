package dev.parley.bench.chaos;

import dev.parley.bench.standin.Site.Route;
import dev.parley.bench.standin.Way;
import java.util.List;
import java.util.function.UnaryOperator;

/** How a bug is planted into a server that has none: somebody stands between it and the others, or has a hand in its database. */
sealed interface Tampering {

    /** No bug. */
    static Tampering none() {
        return new Sql(List.of(), List.of());
    }

    /** What the carriers and programs reach instead of the server. */
    default Way atDoor(Way way) {
        return way;
    }

    /** What the server reaches instead of a provider. */
    default Route atProvider(Route route) {
        return route;
    }

    /** What the server reaches instead of a model. */
    default Route atModel(Route route) {
        return route;
    }

    /** What the server reaches instead of a business. */
    default Route atSink(Route route) {
        return route;
    }

    /**
     * In the database.
     *
     * @param once when all tables are there
     * @param again many times a second
     */
    record Sql(List<String> once, List<String> again) implements Tampering {}

    /** At the door. */
    record Door(UnaryOperator<Way> hand) implements Tampering {
        @Override
        public Way atDoor(Way way) {
            return hand.apply(way);
        }
    }

    /** On the way to a provider. */
    record Provider(UnaryOperator<Route> hand) implements Tampering {
        @Override
        public Route atProvider(Route route) {
            return hand.apply(route);
        }
    }

    /** On the way to a model. */
    record Model(UnaryOperator<Route> hand) implements Tampering {
        @Override
        public Route atModel(Route route) {
            return hand.apply(route);
        }
    }

    /** On the way to a business. */
    record Sink(UnaryOperator<Route> hand) implements Tampering {
        @Override
        public Route atSink(Route route) {
            return hand.apply(route);
        }
    }

    /** In the log: a line for every text. */
    record Log(String line) implements Tampering {}
}
