package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ways to change something that was signed, none of which leaves its meaning as it was. */
final class Forgery {

    /** A byte that no text in UTF-8 contains, and what a decoder writes instead of it. */
    private static final byte NEVER = (byte) 0xFF;
    private static final char REPLACEMENT = '\uFFFD';

    private Forgery() {}

    /**
     * Another character in the same place. The lowest bit is changed, so that a letter remains a letter mostly; of a digit a higher
     * one, since the last digit of a Base64 text may have bits that mean nothing.
     */
    static byte other(byte was) {
        return (byte) (Character.isDigit(was) ? was ^ 8 : was ^ 1);
    }

    /** The same bytes, another one changed in each. */
    static Stream<byte[]> changed(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> {
            byte[] copy = bytes.clone();
            copy[i] = other(copy[i]);
            return copy;
        });
    }

    /** The same text with a byte that is none of UTF-8 for each byte in turn, and for the sign that decoders write instead. */
    static Stream<byte[]> malformed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Stream<byte[]> one = IntStream.range(0, bytes.length).mapToObj(i -> {
            byte[] copy = bytes.clone();
            copy[i] = NEVER;
            return copy;
        });
        return Stream.concat(one, text.indexOf(REPLACEMENT) < 0 ? Stream.of() : Stream.of(undecoded(text)));
    }

    private static byte[] undecoded(String text) {
        int at = text.indexOf(REPLACEMENT);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        bytes.write(NEVER);
        bytes.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    static Stream<String> changed(String text) {
        return IntStream.range(0, text.length()).mapToObj(i -> with(text, i, (char) other((byte) text.charAt(i))));
    }

    /** A proof with one character changed, and cut short, and made longer; where case means something, in another case. */
    static List<String> of(Parameter header) {
        String value = header.value();
        var forged = new ArrayList<>(changed(value).toList());
        IntStream.range(0, value.length()).mapToObj(end -> value.substring(0, end)).forEach(forged::add);
        forged.add(value + "A");
        int secret = value.lastIndexOf(' ') + 1;
        if (isCaseSensitive(value.substring(secret))) {
            IntStream.range(secret, value.length())
                    .filter(i -> Character.isLetter(value.charAt(i)))
                    .forEach(i -> forged.add(with(value, i, (char) (value.charAt(i) ^ 0x20))));
        }
        return forged;
    }

    /** Base64 is; hexadecimal digits are not, and neither is a word before them, such as {@code sha256=}. */
    private static boolean isCaseSensitive(String value) {
        return value.length() > 20 && value.matches(".*[A-Z].*") && value.matches(".*[a-z].*") && value.matches(".*[G-Zg-z].*");
    }

    private static String with(String text, int at, char other) {
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
