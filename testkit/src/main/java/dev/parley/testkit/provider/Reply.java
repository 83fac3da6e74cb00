package dev.parley.testkit.provider;

import java.nio.charset.StandardCharsets;

/**
 * What the provider's API does with a request.
 *
 * @param how whether and how it answers
 * @param words for messages: what this is
 * @param content what it writes at first, as UTF-8
 */
record Reply(How how, String words, String content) {

    /** What comes after the bytes. */
    enum How {
        /** They are all; the connection stays open. */
        KEEP,
        /** The connection is closed in an orderly way. */
        CLOSE,
        /** The connection is reset. */
        RESET,
        /** Nothing, for ever. */
        HANG,
        /** One more byte now and then. */
        DRIBBLE
    }

    static Reply of(ApiAnswer answer) {
        return of(answer, answer.status() + " " + (answer.body().isBlank() ? "and an empty body" : answer.body().strip()));
    }

    static Reply of(ApiAnswer answer, String words) {
        return new Reply(How.KEEP, words, head(answer, length(answer)).concat(answer.body()));
    }

    /** An answer with a type of its own accord. */
    static Reply of(int status, String body) {
        return of(new ApiAnswer(status, "", body, Expect.ambiguous()));
    }

    static Reply nothing(How how, String words) {
        return new Reply(how, words, "");
    }

    /** The head of an answer and the beginning of its body, which goes on as {@code how} says. */
    static Reply begun(How how, String words) {
        String head = head(new ApiAnswer(200, "", "{", Expect.ambiguous()), 1000);
        return new Reply(how, words, head + "{");
    }

    private static String head(ApiAnswer answer, int length) {
        String lines = String.join("\r\n", answer.lines());
        return "HTTP/1.1 " + answer.status() + " Said\r\n" + lines + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static int length(ApiAnswer answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return words;
    }
}
