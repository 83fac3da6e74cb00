package dev.parley.ports.out;

import dev.parley.ports.message.HandledAs;
import java.time.Duration;

/** What is to become of a text when it comes in: decided by core, carried out in the transaction that stores it. */
public sealed interface Intake {

    /**
     * It waits for a reply. The conversation's reply is due after {@code delay}; each further text of a burst puts it off
     * again, but never beyond three times the delay after the first.
     *
     * @param delay how long to wait for the end of the burst
     */
    record AwaitReply(Duration delay) implements Intake {}

    /**
     * It is done with as it comes in.
     *
     * @param as how
     */
    record Settled(HandledAs as) implements Intake {}

    /**
     * It opts the contact out of texts from our number, and is done with.
     *
     * @param source what said so, for the record, such as {@code text:STOP}
     * @param then what is still to become of it: {@link Settled} or, where the business is told, {@link AwaitReply}
     */
    record OptOut(String source, Intake then) implements Intake {}

    /**
     * It opts the contact in again, if there was an opt-out, and is done with; otherwise it is a text like any other.
     *
     * @param source what said so, for the record, such as {@code text:START}
     * @param otherwise what is to become of it when there was no opt-out
     */
    record OptIn(String source, Intake otherwise) implements Intake {}
}
