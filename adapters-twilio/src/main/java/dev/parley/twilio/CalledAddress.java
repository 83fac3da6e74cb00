package dev.parley.twilio;

import static dev.parley.ports.spi.SelfCheck.Grade.BAD;
import static dev.parley.ports.spi.SelfCheck.Grade.GOOD;
import static dev.parley.ports.spi.SelfCheck.Point.WEBHOOK;

import dev.parley.ports.spi.SelfCheck.Expected;
import dev.parley.ports.spi.SelfCheck.Finding;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares addresses that Twilio calls with ours. What follows a {@code #} is for Twilio alone, and what stands before an
 * {@code @} is neither signed nor to be shown. GET and POST are both taken, so the method does not matter. Immutable.
 *
 * @param expected with at least one address of each kind
 */
record CalledAddress(Expected expected) {

    /** Whether Twilio tells us when a text comes in. {@code where} says where its address is to be set. */
    Finding ofTexts(String url, String where) {
        URI ours = expected.inboundUrls().getFirst();
        if (!TwilioWebhook.isReachable(ours)) {
            return unreachable("Texts: ", ours);
        }
        if (url.isBlank()) {
            return Finding.of(WEBHOOK, BAD, "Twilio calls nobody when a text comes in: set " + ours + " " + where + ".");
        }
        Optional<WebhookUrl> called = WebhookUrl.parse(url.strip());
        String shown = called.map(WebhookUrl::toString).orElse("something that is no HTTP address");
        boolean isOurs = called.isPresent() && all().anyMatch(called.get().withoutUsualPort()::equals);
        return isOurs ? Finding.of(WEBHOOK, GOOD, "Twilio calls " + shown + " when a text comes in.")
                : Finding.of(WEBHOOK, BAD, "Twilio calls " + shown + " when a text comes in: set " + ours + " instead, " + where + ".");
    }

    /** Whether Twilio can tell what became of a text: Parley names the address with every one. */
    Finding ofReports() {
        URI ours = expected.statusUrls().getFirst();
        return TwilioWebhook.isReachable(ours) ? Finding.of(WEBHOOK, GOOD, "Reports: Parley names its address with every text.")
                : unreachable("Reports: ", ours);
    }

    private Stream<WebhookUrl> all() {
        return expected.inboundUrls()
                .stream()
                .map(URI::toString)
                .flatMap(ours -> WebhookUrl.parse(ours).stream())
                .map(WebhookUrl::withoutUsualPort);
    }

    private static Finding unreachable(String what, URI ours) {
        return Finding.of(WEBHOOK, BAD, what + "Twilio cannot reach " + ours
                + ". Set PARLEY_PUBLIC_URL to the address at which the internet finds this server.");
    }
}
