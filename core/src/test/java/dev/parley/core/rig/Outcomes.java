package dev.parley.core.rig;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.time.Duration;
import java.util.Optional;

/** Send outcomes that say that the text surely was not taken. */
public final class Outcomes {

    private Outcomes() {}

    public static SendOutcome throttled(Duration retryAfter) {
        return new SendOutcome.Throttled(Optional.of(retryAfter), new ProviderError(Reason.THROTTLED, "429", "slow down"));
    }

    public static SendOutcome unavailable() {
        return new SendOutcome.Unavailable("connection refused");
    }
}
