package dev.parley.llm;

import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import java.util.Optional;

/** Carries an outcome through the library, from where HTTP ends to where its caller waits. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failed outcome;

    CallFailed(Failure failure, String detail) {
        this(new Failed(failure, detail, Optional.empty()));
    }

    CallFailed(Failed outcome) {
        super(outcome.failure().name(), null, false, false);
        this.outcome = outcome;
    }

    Failed outcome() {
        return outcome;
    }
}
