package dev.parley.twilio;

import dev.parley.ports.spi.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of a webhook, taken apart without changing a character: Twilio signs the very characters. What it does not
 * sign, a fragment and a user name, is gone. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host as written
 * @param port with its colon; empty when the address names none
 * @param target path and query
 */
record WebhookUrl(String scheme, String host, String port, String target) {

    private static final Pattern PARTS = Pattern.compile(
            "(?<scheme>https?)://(?:[^/?#@]*@)?(?<host>\\[[^]]*]|[^/?#:]*)(?<port>:\\d+)?(?<target>[/?][^#]*|)(?:#.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads an address; empty when it is no absolute one of HTTP. */
    static Optional<WebhookUrl> parse(String url) {
        Matcher parts = PARTS.matcher(url);
        return parts.matches() ? Optional.of(of(parts)) : Optional.empty();
    }

    private static WebhookUrl of(Matcher parts) {
        String port = Optional.ofNullable(parts.group("port")).orElse("");
        return new WebhookUrl(parts.group("scheme"), parts.group("host"), port, parts.group("target"));
    }

    /**
     * The forms in which Twilio may have signed this address. Whether it counts the port differs between its own systems, and
     * for some characters of a query it signs the encoding that its older libraries wrote.
     */
    List<String> signedForms() {
        return Stream.of(this, withTarget(reencoded())).flatMap(WebhookUrl::portForms).map(WebhookUrl::toString).distinct().toList();
    }

    private Stream<WebhookUrl> portForms() {
        return Stream.of(this, withPort(""), withPort(usualPort()));
    }

    /** The same address, the shorter way to write it. */
    WebhookUrl withoutUsualPort() {
        return port.equals(usualPort()) ? withPort("") : this;
    }

    private String usualPort() {
        return scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    }

    private String reencoded() {
        int question = target.indexOf('?');
        if (question < 0) {
            return target;
        }
        return Parameter.parse(target.substring(question + 1))
                .stream()
                .map(pair -> encode(pair.name()) + "=" + encode(pair.value()))
                .collect(Collectors.joining("&", target.substring(0, question + 1), ""));
    }

    /** As {@code encodeURIComponent} of a browser does it. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    WebhookUrl withScheme(String other) {
        return new WebhookUrl(other, host, port, target);
    }

    WebhookUrl withAuthority(String otherHost, String otherPort) {
        return new WebhookUrl(scheme, otherHost, otherPort, target);
    }

    WebhookUrl withLowerCaseHost() {
        return withAuthority(host.toLowerCase(Locale.ROOT), port);
    }

    /** The same address with a slash at the end of its path, or without when it has one. */
    WebhookUrl withSlashToggled() {
        int end = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
        String path = target.substring(0, end);
        return withTarget((path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/") + target.substring(end));
    }

    private WebhookUrl withPort(String other) {
        return withAuthority(host, other);
    }

    private WebhookUrl withTarget(String other) {
        return new WebhookUrl(scheme, host, port, other);
    }

    /** What stands before the path: what this installation is told to be called. */
    String origin() {
        return scheme + "://" + host + port;
    }

    /** The same address without its query, which may hold a text. */
    String withoutQuery() {
        int question = target.indexOf('?');
        return question < 0 ? toString() : origin() + target.substring(0, question);
    }

    @Override
    public String toString() {
        return origin() + target;
    }
}
