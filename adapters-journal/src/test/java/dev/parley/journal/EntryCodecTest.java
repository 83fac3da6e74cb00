package dev.parley.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.ports.out.IntakeJournal.Entry;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EntryCodecTest {

    /** As the first version wrote it. */
    private static final String FIRST_VERSION = "01" + "00000006" + hex("signal")
            + "02" + "00000024" + hex("00000000-0000-0001-0000-000000000002")
            + "03" + "00000024" + hex("00000000-0000-0003-0000-000000000004")
            + "04" + "0000001b" + hex("2026-05-04T10:00:00.123456Z")
            + "06" + "0000000c" + hex("+12025550123")
            + "07" + "0000000c" + hex("+15005550006")
            + "0b" + "00000005" + hex("START");

    @TestFactory
    Stream<DynamicTest> what_was_written_is_read_again() {
        return Samples.shapes().map(event -> DynamicTest.dynamicTest(event.toString(), () -> {
            Entry entry = Samples.entry(event);
            assertEquals(entry, EntryCodec.read(EntryCodec.write(entry)));
        }));
    }

    @Test
    void what_the_first_version_wrote_is_read_for_ever() {
        Entry entry = Samples.entry(Samples.shapes().toList().getLast());
        assertEquals(FIRST_VERSION, HexFormat.of().formatHex(EntryCodec.write(entry)));
        assertEquals(entry, EntryCodec.read(HexFormat.of().parseHex(FIRST_VERSION)));
    }

    @Test
    void what_a_newer_version_adds_is_passed_over() {
        byte[] known = EntryCodec.write(Samples.text("SM1"));
        byte[] more = Arrays.copyOf(known, known.length + 7);
        more[known.length] = 99;
        more[known.length + 4] = 2;
        assertEquals(Samples.text("SM1"), EntryCodec.read(more));
    }

    @Test
    void what_is_nothing_of_the_kind_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> EntryCodec.read(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> EntryCodec.read(new byte[] {1, 0, 0, 0, 9, 'x'}));
        assertThrows(IllegalArgumentException.class, () -> EntryCodec.write(Samples.entry(new Ignored("a ping"))));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
