package dev.parley.llm;

import dev.parley.ports.Secret;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes out of a vendor's words what they repeat of ours. Errors end up where operators read them, and some vendors quote
 * the key or the text that they did not like.
 *
 * @param ours the key, the prompt and the texts
 */
record Redaction(List<String> ours) {

    private static final String GAP = "...";

    /** A quotation of this length is taken out; anything of ours that is shorter, only as a whole. */
    private static final int QUOTATION = 12;
    private static final int TOO_SHORT_TO_TELL = 4;

    static Redaction of(ModelConfig config, ModelRequest request) {
        Stream<String> key = config.apiKey().map(Secret::reveal).stream();
        Stream<String> texts = Stream.concat(Stream.of(request.system()), request.turns().stream().map(Turn::content));
        return new Redaction(Stream.concat(key, texts).filter(text -> text.length() >= TOO_SHORT_TO_TELL).toList());
    }

    Failed apply(Failed failed) {
        return new Failed(failed.failure(), hide(failed.detail()), failed.retryAfter());
    }

    String hide(String words) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            int quoted = quotedFrom(words, at);
            kept.append(quoted > 0 ? GAP : words.substring(at, at + 1));
            at += Math.max(quoted, 1);
        }
        return kept.toString();
    }

    private int quotedFrom(String words, int start) {
        return ours.stream().mapToInt(text -> quotedFrom(words, start, text)).max().orElse(0);
    }

    private static int quotedFrom(String words, int start, String text) {
        int length = Math.min(QUOTATION, text.length());
        if (start + length > words.length() || !text.contains(words.substring(start, start + length))) {
            return 0;
        }
        while (start + length < words.length() && text.contains(words.substring(start, start + length + 1))) {
            length++;
        }
        return length;
    }
}
