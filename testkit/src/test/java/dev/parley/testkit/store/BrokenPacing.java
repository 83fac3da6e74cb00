package dev.parley.testkit.store;

import dev.parley.ports.out.Pace;
import dev.parley.ports.out.Pacing;
import dev.parley.ports.work.Claim;
import java.time.Duration;
import java.util.Optional;

/** Stores that keep texts of one number apart wrongly. */
final class BrokenPacing {

    private BrokenPacing() {}

    /** Knows no urgency. */
    record ServesInOrderOfArrival(Pacing intact) implements Pacing {
        @Override
        public Optional<Duration> queue(Claim send, Pace pace) {
            return intact.queue(send, new Pace(pace.lane(), Pace.Urgency.REQUEST, pace.gap()));
        }

        @Override
        public void hold(Pace pace, Duration time) {
            intact.hold(pace, time);
        }

        @Override
        public Turn next(Claim lane) {
            return intact.next(lane);
        }
    }

    /** Knows no gap. */
    record LetsEverybodyGo(Pacing intact) implements Pacing {
        @Override
        public Optional<Duration> queue(Claim send, Pace pace) {
            return intact.queue(send, new Pace(pace.lane(), pace.urgency(), Duration.ZERO));
        }

        @Override
        public void hold(Pace pace, Duration time) {
            intact.hold(pace, time);
        }

        @Override
        public Turn next(Claim lane) {
            return intact.next(lane);
        }
    }
}
