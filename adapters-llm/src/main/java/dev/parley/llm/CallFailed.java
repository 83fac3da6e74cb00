package dev.parley.llm;

import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.time.Duration;
import java.util.Optional;

/** Carries an outcome through the library, from where HTTP ends to where its caller waits. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failed outcome;

    CallFailed(Failure failure, String detail) {
        this(failure, detail, Optional.empty());
    }

    CallFailed(Failure failure, String detail, Optional<Duration> retryAfter) {
        super(failure.name(), null, false, false);
        this.outcome = new Failed(failure, detail, retryAfter);
    }

    Failed outcome() {
        return outcome;
    }
}
