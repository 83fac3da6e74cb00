package dev.parley.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.InboundHistory.ReceivedText;
import dev.parley.ports.spi.SendLookup.SearchedText;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A text in Twilio's <a href="https://www.twilio.com/docs/messaging/api/message-resource">log</a>. Immutable; does not print the text.
 *
 * @param sid Twilio's name for it
 * @param created when Twilio got it
 * @param json everything that Twilio says
 */
record LoggedText(String sid, Instant created, JsonNode json) {

    /** What Twilio puts before <a href="https://www.twilio.com/docs/usage/tutorials/how-to-use-your-free-trial-account">texts on trial</a>. */
    private static final String ON_TRIAL = "Sent from your Twilio trial account - ";

    private static final String INBOUND = "inbound";

    /** Where its pictures are listed, which takes another request. */
    private static final String PICTURES = "/subresource_uris/media";

    private static final String UNTYPED = "application/octet-stream";

    /** Nothing when it has no name or no time. */
    static Optional<LoggedText> read(JsonNode json) {
        Optional<Instant> created = time(json, "date_sent").filter(_ -> isInbound(json)).or(() -> time(json, "date_created"));
        return word(json, "sid").flatMap(sid -> created.map(at -> new LoggedText(sid, at, json)));
    }

    boolean isInbound() {
        return isInbound(json);
    }

    private static boolean isInbound(JsonNode json) {
        return json.path("direction").asText("").equals(INBOUND);
    }

    /** Whether it may be that text: sent since then, from and to the same numbers, and in the same words. */
    boolean isLike(SearchedText text, Instant since) {
        String body = json.path("body").asText("");
        String words = body.startsWith(ON_TRIAL) ? body.substring(ON_TRIAL.length()) : body;
        return !isInbound() && !created.isBefore(since)
                && isNumber("to", text.to())
                && text.from().map(from -> isNumber("from", from)).orElse(true)
                && words.strip().equals(text.body().strip());
    }

    private boolean isNumber(String field, PhoneNumber number) {
        return json.path(field).asText("").equals(number.e164());
    }

    DeliveryReport report() {
        DeliveryReport report = TwilioWebhook.reported(sid, json.path("status").asText(""), code());
        return word(json, "from").map(report::from).orElse(report);
    }

    private String code() {
        JsonNode code = json.path("error_code");
        return code.isNull() ? "" : code.asText("");
    }

    ReceivedText received() {
        var text = InboundText.of(sid, json.path("from").asText(""), json.path("to").asText(""), json.path("body").asText(""));
        boolean hasPictures = json.path("num_media").asInt(0) > 0;
        String pictures = json.at(PICTURES).asText("");
        return new ReceivedText(hasPictures ? text.with(UNTYPED, pictures) : text, created);
    }

    private static Optional<Instant> time(JsonNode json, String field) {
        try {
            return word(json, field).map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    private static Optional<String> word(JsonNode json, String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "LoggedText[" + sid + "]";
    }
}
