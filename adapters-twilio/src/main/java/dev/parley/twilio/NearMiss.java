package dev.parley.twilio;

import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds out why a signature is wrong: mostly it is right, but for another address than the one we believe to have. What is
 * found here is told to the operator; nothing is ever accepted because of it.
 */
final class NearMiss {

    private static final String NO_MATCH = "The signature fits none of our addresses. Compare the auth token with the one in Twilio's "
            + "console, and PARLEY_PUBLIC_URL and the path with the webhook address there, character by character.";
    private static final String MATCH =
            "The signature is right, but for the address that Twilio called, not for the one we believe to have.";

    private final WebhookRequest request;
    private final Optional<WebhookUrl> ours;

    NearMiss(WebhookRequest request) {
        this.request = request;
        this.ours = WebhookUrl.parse(request.publicUrl());
    }

    /**
     * Why the request is not believed.
     *
     * @param tried the addresses for which the signature is wrong
     * @param signed whether the signature is right for one of these addresses
     */
    Verdict verdict(List<String> tried, Predicate<List<String>> signed) {
        Optional<WebhookUrl> match = candidates().filter(url -> signed.test(url.signedForms())).findFirst();
        List<String> expected = tried.stream().map(this::shown).distinct().toList();
        return new Verdict.Forged(match.map(this::advice).orElse(NO_MATCH), expected, match.map(WebhookUrl::toString).map(this::shown));
    }

    private Stream<WebhookUrl> candidates() {
        return ours.stream()
                .flatMap(this::underOtherNames)
                .flatMap(url -> both(url, WebhookUrl::withLowerCaseHost))
                .flatMap(url -> both(url, NearMiss::withOtherScheme))
                .flatMap(url -> both(url, WebhookUrl::withSlashToggled))
                .distinct();
    }

    /** The names under which the caller says it called: what a proxy forwards, and the host asked for. */
    private Stream<WebhookUrl> underOtherNames(WebhookUrl url) {
        Stream<WebhookUrl> others = Stream.of("X-Forwarded-Host", "Host")
                .flatMap(name -> request.header(name).stream())
                .flatMap(authority -> WebhookUrl.parse(url.scheme() + "://" + authority).stream())
                .map(other -> url.withAuthority(other.host(), other.port()));
        return Stream.concat(Stream.of(url), others);
    }

    private static Stream<WebhookUrl> both(WebhookUrl url, UnaryOperator<WebhookUrl> change) {
        return Stream.of(url, change.apply(url));
    }

    private static WebhookUrl withOtherScheme(WebhookUrl url) {
        return url.withScheme(url.scheme().toLowerCase(Locale.ROOT).equals("https") ? "http" : "https");
    }

    private String advice(WebhookUrl match) {
        WebhookUrl mine = ours.orElseThrow();
        String origin = match.origin().equals(mine.origin()) ? "" : " Let PARLEY_PUBLIC_URL begin with " + match.origin() + ".";
        String slash = match.target().length() > mine.target().length() ? " Remove the slash" : " Add a slash";
        String path = match.target().equals(mine.target()) ? "" : slash + " at the end of the webhook address in Twilio's console.";
        return MATCH + origin + path;
    }

    /** A webhook by GET has the text in its query. */
    private String shown(String url) {
        return request.method().equals("GET") ? WebhookUrl.parse(url).map(WebhookUrl::withoutQuery).orElse("") : url;
    }
}
