package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer means whose <a href="https://developer.vonage.com/en/api-errors">HTTP status</a> is no success. */
final class HttpErrors {

    private static final String PAGE = "https://developer.vonage.com/en/api-errors";

    private HttpErrors() {}

    static SendOutcome outcome(Answer answer) {
        int status = answer.status();
        if (status >= 500 || status == 408) {
            return new SendOutcome.Ambiguous("Vonage answered HTTP " + status);
        }
        ProviderError error = MessagesErrors.answered(answer).orElseGet(() -> unnumbered(answer));
        return status == 429 || error.reason() == Reason.THROTTLED ? new SendOutcome.Throttled(answer.retryAfter(), error)
                : new SendOutcome.Refused(error);
    }

    static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.PROVIDER_AUTH;
            case 402 -> Reason.PROVIDER_ACCOUNT;
            case 429 -> Reason.THROTTLED;
            default -> status >= 400 && status < 500 ? Reason.REQUEST_INVALID : Reason.UNKNOWN;
        };
    }

    private static ProviderError unnumbered(Answer answer) {
        String words = Json.object(answer.body())
                .map(HttpErrors::words)
                .filter(said -> !said.isBlank())
                .orElse("Vonage answered HTTP "
                        + answer.status() + ".");
        return new ProviderError(reason(answer.status()), String.valueOf(answer.status()), Fault.sentence(words) + " See " + PAGE);
    }

    /** A problem document, with the parameters that it finds wrong. */
    private static String words(JsonNode problem) {
        Stream<Optional<String>> said = Stream.of(Json.find(problem, "title"), Json.find(problem, "detail"));
        Stream<Optional<String>> wrong = problem.path("invalid_parameters")
                .valueStream()
                .map(parameter -> Json.find(parameter, "name").map(name -> name + ": " + Json.find(parameter, "reason").orElse("wrong")));
        return Stream.concat(said, wrong).flatMap(Optional::stream).collect(Collectors.joining(". "));
    }
}
