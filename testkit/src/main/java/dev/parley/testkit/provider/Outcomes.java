package dev.parley.testkit.provider;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Verdict;
import java.util.List;

/** Outcomes in words. */
final class Outcomes {

    private Outcomes() {}

    /** Why an outcome is not the expected one; empty when it is. */
    static List<String> differences(Expect expected, SendOutcome outcome) {
        boolean same = switch (expected) {
            case Expect.Accepted(var ids) -> outcome instanceof SendOutcome.Accepted accepted
                    && (ids.isEmpty() || accepted.providerIds().equals(ids));
            case Expect.Refused refused -> outcome instanceof SendOutcome.Refused(ProviderError error)
                    && error.reason() == refused.reason()
                    && refused.code().filter(code -> !code.equals(error.code())).isEmpty();
            case Expect.Throttled throttled -> outcome instanceof SendOutcome.Throttled(var after, _)
                    && after.equals(throttled.retryAfter());
            case Expect.Ambiguous() -> outcome instanceof SendOutcome.Ambiguous;
        };
        return same ? List.of() : List.of("expected " + expected + ", but the outcome is " + shown(outcome));
    }

    /** An outcome, with all that a person may see of it. */
    static String shown(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Unavailable(String detail) -> "Unavailable: " + detail;
            case SendOutcome.Ambiguous(String detail) -> "Ambiguous: " + detail;
            case SendOutcome.Refused(ProviderError error) -> "Refused " + error.reason() + " " + error.code();
            case SendOutcome.Throttled(var after, _) -> "Throttled " + after;
            case SendOutcome.Accepted accepted -> accepted.toString();
        };
    }

    /** All that an outcome says. */
    static String words(SendOutcome outcome) {
        String told = switch (outcome) {
            case SendOutcome.Refused(ProviderError error) -> error.text();
            case SendOutcome.Throttled(_, ProviderError error) -> error.text();
            case SendOutcome.Accepted _, SendOutcome.Unavailable _, SendOutcome.Ambiguous _ -> "";
        };
        return "told as " + shown(outcome) + " " + outcome + " " + told;
    }

    /** All that a verdict says. */
    static String words(Verdict verdict) {
        return "told as " + verdict;
    }
}
