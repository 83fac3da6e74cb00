package dev.parley.ports.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.surface.SurfaceFile.Wish;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What others compile against is written down in {@code api/ports.txt}; whoever changes it says so there. */
class SurfaceTest {

    private static final SurfaceFile FILE = new SurfaceFile(Path.of("api", "ports.txt"), Promises.OF_PORTS);
    private static final Surface NOW = Surface.of(classes(), SurfaceTest.class.getClassLoader());
    private static final Pattern TYPE_OF_OURS = Pattern.compile("dev\\.parley\\.ports(?:\\.[a-z]+)*\\.[A-Z]\\w*");

    @Test
    void nothing_is_taken_away_and_nothing_added_unsaid() throws IOException {
        FILE.settle(NOW, Wish.told());
    }

    @Test
    void all_of_ports_is_looked_at() {
        long types = NOW.lines().stream().map(Surface::type).distinct().count();
        assertTrue(types > 180, () -> "only " + types);
        assertTrue(NOW.lines().contains("module dev.parley.ports exports dev.parley.ports.spi"));
    }

    @Test
    void what_outsiders_are_said_to_implement_and_to_switch_over_is_there() {
        Promises promises = Promises.OF_PORTS;
        promises.implemented().forEach(type -> assertHas(type, " : abstract "));
        promises.switchedOver().forEach(type -> assertHas(type, " : constant"));
    }

    @Test
    void outsiders_are_promised_the_spi_and_the_values_it_speaks_of_and_no_more() {
        Set<String> mentioned = NOW.lines()
                .stream()
                .filter(line -> Promises.OF_PORTS.isPromised(Surface.type(line)))
                .flatMap(line -> TYPE_OF_OURS.matcher(line).results())
                .map(found -> found.group())
                .map(type -> type.startsWith(Promises.SPI + ".") ? Promises.SPI : type)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Promises.OF_PORTS.toOutsiders()), mentioned);
    }

    private static void assertHas(String type, String what) {
        assertTrue(NOW.lines().stream().anyMatch(line -> line.startsWith(type + "#") && line.contains(what)), type);
    }

    private static Path classes() {
        try {
            return Path.of(PhoneNumber.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new LinkageError("no folder", e);
        }
    }
}
