package dev.parley.testkit.provider;

import java.util.Locale;
import java.util.Set;

/** What a {@link ProviderCase} is made of, and what to do when a piece is missing. */
enum Piece {
    INBOUND("id from to body", "a text as the provider posts it to us, with ${id} ${from} ${to} ${body}"),
    MEDIA("id from to media.url", "a text with a picture, with ${media.url} and, when the provider says it, ${media.type}"),
    KEYWORD("id from to", "a STOP that the provider has dealt with itself, as keyword(Keyword.STOP, …)"),
    PART("id from to body part.ref part.index part.total", "one part of a longer text, with ${part.ref} ${part.index} ${part.total}"),
    BATCH("items", "a webhook that carries several texts, as batch(envelope with ${items}, item)"),
    REPORT("id status", "what the provider posts about a text of ours, with ${id} ${status}"),
    FAILURE("id status code", "a report about a text that failed, with ${id} ${status} ${code}"),
    SENDS("to body", "the request that hands a text to the provider, with ${from} ${to} ${body}");

    private final String needed;
    private final String hint;

    Piece(String needed, String hint) {
        this.needed = needed;
        this.hint = hint;
    }

    /** The placeholders that a template of this kind cannot do without, each in any of its forms. */
    Set<String> needed() {
        return Set.of(needed.split(" ", -1));
    }

    /** How the method of {@link ProviderCase} is called. */
    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    AssertionError missing() {
        return new AssertionError("provider() does not say it yet: add ." + method() + "(…): " + hint);
    }
}
