package dev.parley.rogue;

import dev.parley.ports.spi.Reason;
import java.util.Map;

/** What somebody remembered. */
final class Facts {

    static final Map<String, Reason> CODES = Map.of("17", Reason.OPTED_OUT);

    private static final String SENDS_TO = "https://api.example.com/messages";
}
