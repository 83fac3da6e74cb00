package dev.parley.ports.out;

import dev.parley.ports.MessageId;
import dev.parley.ports.OrganizationId;

/** Remembers for 7 days what was answered to a request that named a key. Thread-safe. */
public interface IdempotencyStore {

    /**
     * Begins the execution of a request, or says why not. The message that the request makes gets its identity here, so that
     * an execution that died can be taken up again without a second message.
     *
     * @param key which request, 1 to 255 ASCII characters
     * @param fingerprint a digest of what is asked: the same for the same request
     * @param message what its message will be called if this is the first time
     */
    Attempt begin(OrganizationId organization, String key, String fingerprint, MessageId message);

    /** Remembers the answer; the first one stays, should somebody who was thought dead give another. */
    void finish(OrganizationId organization, String key, Answer answer);

    /** Forgets that it was begun: the request was refused before anything happened. */
    void abandon(OrganizationId organization, String key);

    /**
     * An answer as it was given. Does not print the body.
     *
     * @param status the status code
     * @param body the body
     */
    record Answer(int status, String body) {
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** What beginning came to. */
    sealed interface Attempt {

        /**
         * It is to be executed: for the first time, or again because whoever did was not heard of for a minute.
         *
         * @param message what its message is called
         */
        record Execute(MessageId message) implements Attempt {}

        /**
         * It was executed.
         *
         * @param answer what was answered
         */
        record Replay(Answer answer) implements Attempt {}

        /** It is being executed just now. */
        record InProgress() implements Attempt {}

        /** The key was used for another request. */
        record Mismatch() implements Attempt {}
    }
}
