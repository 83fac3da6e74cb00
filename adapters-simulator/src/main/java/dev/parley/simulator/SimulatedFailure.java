package dev.parley.simulator;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong where nothing does by itself. */
enum SimulatedFailure {
    INVALID(Reason.RECIPIENT_INVALID, "There is no such simulated phone."),
    BUSY(Reason.THROTTLED, "The simulated carrier is busy."),
    OPTED_OUT(Reason.OPTED_OUT, "The owner of the simulated phone has opted out."),
    SWITCHED_OFF(Reason.RECIPIENT_UNREACHABLE, "The simulated phone is switched off.");

    private final Reason reason;
    private final String words;

    SimulatedFailure(Reason reason, String words) {
        this.reason = reason;
        this.words = words;
    }

    /** The failure of that code, if it is one of ours. */
    static Optional<SimulatedFailure> of(String code) {
        return Arrays.stream(values()).filter(failure -> failure.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    ProviderError error() {
        return new ProviderError(reason, code(), words);
    }
}
