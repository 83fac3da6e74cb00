package dev.parley.bench.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the machine itself. Not every machine can be made wrong in this way. */
public enum Hazard {
    /** The clock of one node is an hour ahead. */
    CLOCK_SKEW,
    /** The disk of the first node is small, and full now and then. */
    FULL_DISK;

    private static final List<Path> FAKE_TIME = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    /** By its word on the command line. */
    static Hazard named(String word) {
        return Arrays.stream(values())
                .filter(hazard -> hazard.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("known hazards: clock-skew, full-disk"));
    }

    /** Its word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a process has to be told so that its clock is an hour ahead; nothing where there is no libfaketime. */
    static Map<String, String> anHourAhead() {
        Optional<Path> library = FAKE_TIME.stream().filter(Files::exists).findFirst();
        return library.map(path -> Map.of("LD_PRELOAD", path.toString(), "FAKETIME", "+1h", "FAKETIME_DONT_FAKE_MONOTONIC", "1"))
                .orElse(Map.of());
    }
}
