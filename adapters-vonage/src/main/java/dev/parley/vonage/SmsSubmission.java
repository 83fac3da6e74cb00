package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import dev.parley.ports.spi.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SMS API <a href="https://developer.vonage.com/en/api/sms">answers</a>: each part of a text has an id and a status of its own,
 * under HTTP 200 even when all of them are errors.
 *
 * @param parts in order
 */
record SmsSubmission(List<Part> parts) {

    private static final SendOutcome UNREADABLE = new SendOutcome.Ambiguous(
            "Vonage answered with success, but its answer names no message");
    private static final SendOutcome BROKEN = new SendOutcome.Ambiguous("Vonage says that it failed while it had the text: status 5");

    /** "please wait [ 50 ] and retry", in milliseconds: <a href="https://api.support.vonage.com/hc/en-us/articles/203993598">limits</a>. */
    private static final Pattern PAUSE = Pattern.compile("\\[ ?(\\d{1,6}) ?]");

    SmsSubmission {
        parts = List.copyOf(parts);
    }

    /**
     * What became of one part.
     *
     * @param status {@code 0} when it was taken
     * @param id Vonage's name for it; empty when it was not taken
     * @param said what Vonage says of it; may be empty
     */
    record Part(String status, String id, String said) {

        static Part of(JsonNode json) {
            return new Part(
                    Json.find(json, "status").orElse(""),
                    Json.find(json, "message-id").orElse(""),
                    Json.find(json, "error-text").orElse(""));
        }

        boolean isTaken() {
            return status.equals(SmsErrors.TAKEN) && !id.isEmpty();
        }

        /** Neither taken nor refused. */
        boolean isUnclear() {
            return status.isEmpty() || status.equals(SmsErrors.BROKEN) || (status.equals(SmsErrors.TAKEN) && id.isEmpty());
        }

        ProviderError error() {
            return SmsErrors.error(status, said);
        }

        Optional<Duration> pause() {
            return Optional.of(PAUSE.matcher(said)).filter(Matcher::find).map(found -> Duration.ofMillis(Long.parseLong(found.group(1))));
        }

        @Override
        public String toString() {
            return "Part[" + status + ", " + id + "]";
        }
    }

    static SmsSubmission read(String body) {
        return new SmsSubmission(Json.object(body).stream().flatMap(json -> json.path("messages").valueStream()).map(Part::of).toList());
    }

    SendOutcome outcome() {
        if (parts.isEmpty()) {
            return UNREADABLE;
        }
        Optional<Part> unclear = parts.stream().filter(Part::isUnclear).findFirst();
        if (unclear.isPresent()) {
            return unclear.get().status().equals(SmsErrors.BROKEN) ? BROKEN : UNREADABLE;
        }
        List<Part> refused = parts.stream().filter(part -> !part.isTaken()).toList();
        return refused.isEmpty() ? accepted() : refused(refused);
    }

    private SendOutcome accepted() {
        return new SendOutcome.Accepted(parts.stream().map(Part::id).toList(), Optional.of(parts.size()), Optional.empty());
    }

    private SendOutcome refused(List<Part> refused) {
        if (refused.size() < parts.size()) {
            return torn(refused);
        }
        Optional<Part> forGood = refused.stream().filter(part -> part.error().reason() != Reason.THROTTLED).findFirst();
        Part part = forGood.orElse(refused.getFirst());
        return forGood.isPresent() ? new SendOutcome.Refused(part.error()) : new SendOutcome.Throttled(part.pause(), part.error());
    }

    /**
     * Some parts are on their way and cannot be called back, others never will be. The text as a whole has failed, which is what a text of
     * which one part fails is said to be; to send it once more, when the rest was but throttled, would bring the contact the first parts twice.
     */
    private SendOutcome torn(List<Part> refused) {
        ProviderError error = refused.getFirst().error();
        int taken = parts.size() - refused.size();
        String words = "Only " + taken + " of " + parts.size() + " parts were taken, so that the text arrives torn or not at all. ";
        return new SendOutcome.Refused(new ProviderError(error.reason(), error.code(), words + error.text()));
    }
}
