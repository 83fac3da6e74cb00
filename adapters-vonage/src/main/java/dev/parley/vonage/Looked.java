package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;

/** What looking something up at Vonage came to. */
sealed interface Looked {

    /**
     * It is there.
     *
     * @param record what Vonage has on record
     */
    record Found(JsonNode record) implements Looked {
        @Override
        public String toString() {
            return "Found";
        }
    }

    /** It is not there. */
    record Missing() implements Looked {}

    /** We may not look. */
    record Refused() implements Looked {}

    /**
     * Nobody knows.
     *
     * @param why what went wrong, for the operator
     */
    record Failed(String why) implements Looked {}
}
