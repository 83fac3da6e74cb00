package dev.parley.bench.chaos;

import dev.parley.bench.standin.Line;
import dev.parley.bench.standin.Line.Kind;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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

    private static final int PEOPLE = 4000;

    /** A town whose secrets come of chance. */
    static Town of(RandomGenerator random) {
        return new Town(
                List.of(
                        line("north", Kind.TWILIO, 1, false, random),
                        line("south", Kind.VONAGE, 2, false, random),
                        line("west", Kind.TWILIO, 3, true, random)),
                IntStream.range(0, PEOPLE).mapToObj("+1202555%04d"::formatted).toList());
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static Line line(String name, Kind kind, int number, boolean isNotified, RandomGenerator random) {
        String account = kind == Kind.TWILIO ? "AC" + hex(16, random) : hex(4, random);
        String hookSecret = "whsec_" + Base64.getEncoder().encodeToString(bytes(24, random));
        return new Line(name, kind, account, hex(16, random), "+1500555000" + number, "canary" + name, isNotified, hookSecret);
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
