package dev.parley.llm.scripted;

/**
 * A part of an answer.
 *
 * @param words what it says
 * @param refersBack whether it shows by itself that something earlier is remembered
 */
record Line(String words, boolean refersBack) {

    static Line plain(String words) {
        return new Line(words, false);
    }

    static Line remembering(String words) {
        return new Line(words, true);
    }
}
