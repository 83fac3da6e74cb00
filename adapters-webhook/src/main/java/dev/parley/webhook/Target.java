package dev.parley.webhook;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a URL that a customer names comes to, by its writing alone. */
sealed interface Target {

    /**
     * A place that can be called, if its address is allowed.
     *
     * @param tls whether by https
     * @param host who
     * @param port 1 to 65535
     * @param path path and query exactly as the customer wrote them, in ASCII
     */
    record Endpoint(boolean tls, Host host, int port, String path) implements Target {

        /** Name and port as the Host header has them. */
        String authority() {
            return port == defaultPort(tls) ? host.written() : host.written() + ":" + port;
        }
    }

    /**
     * Nothing that we call.
     *
     * @param why in a sentence for the customer
     */
    record Unfit(String why) implements Target {}

    /**
     * What must hold of a URL.
     *
     * @param holds the test
     * @param otherwise what the customer is told
     */
    record Rule(Predicate<URI> holds, String otherwise) {}

    /** The longest URL that is taken. */
    int LONGEST = 2048;

    /** The greatest port there is. */
    int LAST_PORT = 65_535;

    /** What is told when nobody can be found in a URL. */
    String NO_HOST = "The URL must name a host, as example.com does.";

    /** The rules for what stands around the host; the first broken one is told. */
    List<Rule> RULES = List.of(
            new Rule(url -> url.toString().length() <= LONGEST, "The URL must have at most 2,048 characters."),
            new Rule(url -> Set.of("https", "http").contains(scheme(url)), "The URL must begin with https://."),
            new Rule(url -> url.getRawAuthority() != null, NO_HOST),
            new Rule(url -> url.getRawAuthority().indexOf('@') < 0, "The URL must not hold a user name or password."),
            new Rule(url -> url.getRawFragment() == null, "The URL must not have a fragment."));

    /** Host and port. Looser than RFC 3986, which knows no names beyond ASCII; {@link Host} decides. */
    Pattern AUTHORITY = Pattern.compile("(?<host>\\[[0-9a-fA-F.]*:[0-9a-fA-F:.]*]|[^\\[\\]:@%]+)(?::(?<port>\\d{0,5}))?");

    /** Reads a URL. */
    static Target of(URI url) {
        Optional<String> broken = RULES.stream().filter(rule -> !rule.holds().test(url)).map(Rule::otherwise).findFirst();
        return broken.<Target>map(Unfit::new).orElseGet(() -> endpoint(url));
    }

    private static Target endpoint(URI url) {
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority());
        if (!authority.matches()) {
            return new Unfit(NO_HOST);
        }
        boolean tls = scheme(url).equals("https");
        String written = authority.group("port");
        int port = written == null || written.isEmpty() ? defaultPort(tls) : Integer.parseInt(written);
        if (port < 1 || port > LAST_PORT) {
            return new Unfit("The port must be between 1 and 65535.");
        }
        Optional<Host> host = Host.parse(authority.group("host"));
        return host.<Target>map(who -> new Endpoint(tls, who, port, path(url))).orElseGet(() -> new Unfit(NO_HOST));
    }

    private static String scheme(URI url) {
        return Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    private static String path(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String written = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        // Alone, a path that begins with two slashes would be read as a host.
        String before = "https://host";
        return URI.create(before + written).toASCIIString().substring(before.length());
    }
}
