package dev.parley.twilio;

import static dev.parley.ports.spi.SelfCheck.Grade.BAD;
import static dev.parley.ports.spi.SelfCheck.Grade.GOOD;
import static dev.parley.ports.spi.SelfCheck.Grade.UNKNOWN;
import static dev.parley.ports.spi.SelfCheck.Point.NUMBER;
import static dev.parley.ports.spi.SelfCheck.Point.WEBHOOK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import dev.parley.ports.spi.SelfCheck.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks whether numbers are the account's, and whom Twilio calls when they are texted: the address of the number's
 * <a href="https://www.twilio.com/docs/messaging/api/service-resource">Messaging Service</a>, unless that leaves it to the number. For one thread.
 */
final class NumberCheck {

    /** Two questions each. */
    private static final int MOST = 20;

    /** In place of a service: none calls for its numbers. */
    private static final JsonNode EACH_FOR_ITSELF = MissingNode.getInstance();

    private final TwilioLookup twilio;
    private final TwilioAccount account;
    private final Expected expected;
    private final CalledAddress address;

    NumberCheck(TwilioLookup twilio, TwilioAccount account, Expected expected) {
        this.twilio = twilio;
        this.account = account;
        this.expected = expected;
        this.address = new CalledAddress(expected);
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(address.ofReports());
        Optional<Looked> service = account.messagingService().map(sid -> twilio.ask(account.owner(), Question.SERVICE, sid));
        service.map(NumberCheck::service).ifPresent(findings::add);
        JsonNode caller = service.map(NumberCheck::caller).orElse(EACH_FOR_ITSELF);
        if (expected.numbers().isEmpty() && !caller.isMissingNode()) {
            findings.add(calledByService(caller));
        }
        expected.numbers().stream().limit(MOST).forEach(ours -> look(ours, caller).map(f -> f.about(ours)).forEach(findings::add));
        expected.numbers()
                .stream()
                .skip(MOST)
                .forEach(ours -> open(NUMBER, "Only " + MOST + " numbers are looked at.").map(f -> f.about(
                        ours)).forEach(findings::add));
        return findings;
    }

    private static Finding service(Looked looked) {
        return switch (looked) {
            case Looked.There _ ->
                    Finding.of(NUMBER, GOOD, "The Messaging Service is there: it chooses the number of a text that names none.");
            case Looked.Refused refused when refused.isNotFound() -> Finding.of(NUMBER, BAD,
                    "Twilio knows no Messaging Service with this messagingServiceSid in the account.");
            case Looked.Refused refused -> Finding.of(NUMBER, UNKNOWN, "The Messaging Service could not be looked at. " + refused.why());
            case Looked.Silent(var why) -> Finding.of(NUMBER, UNKNOWN, why);
        };
    }

    /** The service, if it has its numbers call an address of its own. */
    private static JsonNode caller(Looked service) {
        return service instanceof Looked.There(var json) && !json.path("use_inbound_webhook_on_number").asBoolean()
                ? json
                : EACH_FOR_ITSELF;
    }

    private Stream<Finding> look(PhoneNumber ours, JsonNode caller) {
        return switch (twilio.ask(account.owner(), Question.NUMBER, account.sid(), ours.e164())) {
            case Looked.There(var json) -> number(json, ours).map(number -> of(number, caller)).orElseGet(NumberCheck::notOurs);
            case Looked.Refused refused -> open(NUMBER, refused.why());
            case Looked.Silent(var why) -> open(NUMBER, why);
        };
    }

    private static Optional<JsonNode> number(JsonNode list, PhoneNumber ours) {
        return StreamSupport.stream(list.path("incoming_phone_numbers").spliterator(), false)
                .filter(number -> number.path("phone_number").asText("").equals(ours.e164()))
                .findFirst();
    }

    private Stream<Finding> of(JsonNode number, JsonNode caller) {
        Finding ownership = number.path("capabilities").path("sms").asBoolean(true)
                ? Finding.of(NUMBER, GOOD, "The number is the account's.")
                : Finding.of(NUMBER, BAD, "The number is the account's, but it cannot text.");
        return Stream.of(ownership, called(number, caller));
    }

    private Finding called(JsonNode number, JsonNode caller) {
        if (caller.isMissingNode()) {
            return calledByItself(number);
        }
        String service = account.messagingService().orElseThrow();
        return switch (twilio.ask(account.owner(), Question.POOL, service, number.path("sid").asText(""))) {
            case Looked.There _ -> calledByService(caller);
            case Looked.Refused refused when refused.isNotFound() -> calledByItself(number);
            case Looked.Refused refused -> Finding.of(WEBHOOK, UNKNOWN, refused.why());
            case Looked.Silent(var why) -> Finding.of(WEBHOOK, UNKNOWN, why);
        };
    }

    private Finding calledByService(JsonNode service) {
        return address.ofTexts(service.path("inbound_request_url").asText(""),
                "as request URL of the Messaging Service, under Integration");
    }

    private Finding calledByItself(JsonNode number) {
        if (!number.path("sms_application_sid").asText("").isEmpty()) {
            return Finding.of(WEBHOOK, UNKNOWN, "A TwiML App says whom Twilio calls: its request URL for messages must be "
                    + expected.inboundUrls().getFirst() + ".");
        }
        return address.ofTexts(number.path("sms_url").asText(""), "as the number's webhook for messages");
    }

    private static Stream<Finding> notOurs() {
        String detail =
                "The account has no such number. If another one has it, a subaccount perhaps, its accountSid and authToken are needed.";
        return Stream.of(Finding.of(NUMBER, BAD, detail),
                Finding.of(WEBHOOK, UNKNOWN, "Whom Twilio calls, only the number's account says."));
    }

    private static Stream<Finding> open(Point first, String why) {
        return Stream.of(Finding.of(first, UNKNOWN, why), Finding.of(WEBHOOK, UNKNOWN, why));
    }
}
