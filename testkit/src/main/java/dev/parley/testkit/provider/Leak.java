package dev.parley.testkit.provider;

/**
 * Something that must never happen, whatever a rule is about.
 *
 * @param kind what it is
 * @param where while which rule was checked, and where it was seen
 */
record Leak(Kind kind, String where) {

    /** What must never happen. */
    enum Kind {
        /** Another host was to be reached. */
        HOST,
        /** A secret was logged or printed. */
        SECRET,
        /** A text, or the number of a contact, was logged or printed. */
        TEXT,
        /** A secret or a text stood in what the adapter told. */
        TOLD,
        /** An answer was not asked for. */
        UNUSED
    }
}
