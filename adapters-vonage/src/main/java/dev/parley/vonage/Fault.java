package dev.parley.vonage;

import dev.parley.ports.spi.ProviderError;
import dev.parley.ports.spi.Reason;
import java.util.Map;

/**
 * What a code of Vonage's means.
 *
 * @param reason our word
 * @param words for whoever reads it, when Vonage says none
 */
record Fault(Reason reason, String words) {

    static Map.Entry<String, Fault> code(String code, Reason reason, String words) {
        return Map.entry(code, new Fault(reason, words));
    }

    /** The error, with the page that explains its code. */
    ProviderError error(String code, String said, String page) {
        return new ProviderError(reason, code, sentence(said.isBlank() ? words : said) + " See " + page);
    }

    /** Some of Vonage's words end with a full stop and some do not. */
    static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
