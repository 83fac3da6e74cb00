package dev.parley.webhook;

import java.net.IDN;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who a URL names: a server by name, or an address itself. */
sealed interface Host {

    /** A DNS name in ASCII. Its last label begins with a letter, so that nobody can read it as a number. */
    Pattern DNS_NAME = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The longest DNS name. */
    int LONGEST = 253;

    /** Letters that the two standards for names beyond ASCII read differently: the text would go to one of two servers. */
    Pattern AMBIGUOUS = Pattern.compile("[ß\u1e9eς\u200c\u200d]");

    /** Where names end that only a private network knows. */
    List<String> PRIVATE_ENDINGS = List.of(".localhost", ".localdomain", ".local", ".internal", ".intranet", ".private", ".corp", ".home",
            ".lan", ".home.arpa");

    /** As the Host header has it. */
    String written();

    /** Whether it could be found in the public Internet, going by its writing. */
    default boolean mayBePublic() {
        return written().indexOf('.') >= 0 && PRIVATE_ENDINGS.stream().noneMatch(written()::endsWith);
    }

    /**
     * A name.
     *
     * @param written in lower-case ASCII
     */
    record Name(String written) implements Host {}

    /**
     * An address.
     *
     * @param written as in the URL, an IPv6 address in brackets
     * @param address the same
     */
    record Literal(String written, InetAddress address) implements Host {}

    /** Reads the host of a URL; empty when it is neither a name nor a plain address. */
    static Optional<Host> parse(String text) {
        Optional<Host> literal = IpLiteral.parse(unbracketed(text)).map(address -> new Literal(text, address));
        return literal.or(() -> asciiName(text).map(Name::new));
    }

    private static String unbracketed(String text) {
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    private static Optional<String> asciiName(String text) {
        if (AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> name.length() <= LONGEST && DNS_NAME.matcher(name).matches());
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
