package dev.parley.bench.chaos;

import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Line.Kind;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The businesses that text, each an organization of its own with a number, and the people who text all of them.
 *
 * @param lines one for each organization
 * @param contacts numbers
 */
record Town(List<Line> lines, List<String> contacts) {

    static final String PUBLIC_URL = "https://texts.example.com";

    /** The businesses. */
    private enum Business {
        NORTH(Kind.TWILIO, "+15005550001", false),
        SOUTH(Kind.VONAGE, "+15005550002", false),
        WEST(Kind.TWILIO, "+15005550003", true);

        private final Kind carrier;
        private final String number;
        private final boolean isNotified;

        Business(Kind carrier, String number, boolean isNotified) {
            this.carrier = carrier;
            this.number = number;
            this.isNotified = isNotified;
        }

        Line line(RandomGenerator random) {
            String name = name().toLowerCase(Locale.ROOT);
            String account = carrier == Kind.TWILIO ? "AC" + hex(16, random) : hex(4, random);
            String hookSecret = "whsec_" + Base64.getEncoder().encodeToString(bytes(24, random));
            return new Line(name, carrier, account, hex(16, random), number, "canary" + name, isNotified, hookSecret);
        }
    }

    /** A town whose secrets come of chance. */
    static Town of(RandomGenerator random, int people) {
        return new Town(
                Arrays.stream(Business.values()).map(business -> business.line(random)).toList(),
                IntStream.range(0, people).mapToObj("+1202555%04d"::formatted).toList());
    }

    private static String hex(int length, RandomGenerator random) {
        return HexFormat.of().formatHex(bytes(length, random));
    }

    private static byte[] bytes(int length, RandomGenerator random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
