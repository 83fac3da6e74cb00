package dev.parley.app.config;

import dev.parley.ports.Secret;
import dev.parley.webhook.Cidr;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The ways in which values are written. */
final class Formats {

    private static final Pattern PRINTABLE = Pattern.compile("[!-~][ -~]{14,126}[!-~]");
    private static final int ENCRYPTION_KEY_BYTES = 32;
    private static final Duration LONGEST = Duration.ofHours(1);

    private Formats() {}

    static Format<String> text() {
        return Format.open("any text", Optional::of);
    }

    static Format<Secret> secret() {
        return Format.secret("any text", text -> Optional.of(new Secret(text)));
    }

    static Format<Integer> wholeNumber(int least, int most) {
        return Format.open("a number from " + least + " to " + most, text -> readNumber(text).filter(n -> n >= least && n <= most));
    }

    static Format<Boolean> yesOrNo() {
        return Format.open("true or false", text -> Optional.of(text).filter(List.of("true", "false")::contains).map(Boolean::valueOf));
    }

    static Format<Duration> duration() {
        return Format.open("a duration from PT1S to PT1H, such as PT30S", Formats::readDuration);
    }

    static Format<Path> folder() {
        return Format.open("the path of a folder", Formats::readPath);
    }

    static Format<Path> existing(String what, Predicate<Path> test) {
        return Format.open("the path of " + what, text -> readPath(text).filter(test));
    }

    static Format<InetAddress> ownAddress() {
        return Format.open("an address or a host name of this machine", Formats::readAddress);
    }

    /** An address to which paths can be added: a slash at its end is dropped. */
    static Format<URI> webAddress() {
        return new Format<>(
                "an absolute http or https URL without user, query or fragment",
                text -> readWebAddress(text.strip()),
                // Who writes a user into it writes a password too.
                text -> text.replaceFirst(".*@", "…@").replaceFirst("[?#].*", "…"));
    }

    static Format<List<Cidr>> networks() {
        return Format.open("a comma-separated list of networks such as 10.0.0.0/8 or fd00::/8", Formats::readNetworks);
    }

    static Format<Secret> apiKey() {
        return Format.secret(
                "a text of 16 to 128 printable ASCII characters",
                text -> Optional.of(text)
                        .filter(PRINTABLE.asMatchPredicate())
                        .map(Secret::new));
    }

    static Format<Secret> encryptionKey() {
        return Format.secret("the base64 of exactly 32 bytes", text -> Optional.of(text.strip()).filter(Formats::isKey).map(Secret::new));
    }

    private static Optional<Integer> readNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> readDuration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(d -> d.toSeconds() >= 1 && d.compareTo(LONGEST) <= 0);
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }

    private static Optional<Path> readPath(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<InetAddress> readAddress(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<URI> readWebAddress(String text) {
        try {
            return Optional.of(new URI(text.replaceAll("/+$", ""))).filter(Formats::isWebAddress);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isWebAddress(URI uri) {
        return uri.getScheme() != null
                && Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static Optional<List<Cidr>> readNetworks(String text) {
        List<Optional<Cidr>> networks = Arrays.stream(text.split(",", -1)).map(Cidr::parse).toList();
        return Optional.of(networks.stream().flatMap(Optional::stream).toList()).filter(read -> read.size() == networks.size());
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == ENCRYPTION_KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
