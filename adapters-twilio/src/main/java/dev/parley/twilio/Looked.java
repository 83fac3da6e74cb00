package dev.parley.twilio;

import com.fasterxml.jackson.databind.JsonNode;

/** What asking Twilio came to. */
sealed interface Looked {

    /**
     * What was asked for.
     *
     * @param json an object
     */
    record There(JsonNode json) implements Looked {}

    /**
     * Twilio understood, and does not say.
     *
     * @param status of HTTP, from 400 to 499
     * @param why for the operator
     */
    record Refused(int status, String why) implements Looked {

        /** Whether it does not know us, or does not let us. */
        boolean isAboutUs() {
            return status == 401 || status == 403;
        }

        boolean isNotFound() {
            return status == 404;
        }
    }

    /**
     * It cannot be told.
     *
     * @param why for the operator
     */
    record Silent(String why) implements Looked {}
}
