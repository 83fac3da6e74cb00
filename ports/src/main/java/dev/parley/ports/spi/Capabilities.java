package dev.parley.ports.spi;

import java.time.Duration;

/**
 * How providers differ. What is absent is done by core, or refused. Immutable.
 *
 * @param handlesKeywords whether the provider itself blocks after STOP and answers STOP, START and HELP, so that we must not
 *                        answer them once more
 * @param joinsParts whether long inbound texts arrive whole
 * @param signsWebhooks whether every webhook can be proved genuine
 * @param reportsDelivery whether it tells what became of a text it took
 * @param longestText how many characters it takes at once, in UTF-16 units
 * @param answerWithin how long it waits for the answer to a webhook
 */
public record Capabilities(
        boolean handlesKeywords,
        boolean joinsParts,
        boolean signsWebhooks,
        boolean reportsDelivery,
        int longestText,
        Duration answerWithin) {

    /** Refuses a text length or a deadline that is not positive. */
    public Capabilities {
        if (longestText < 1 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("the longest text and the deadline must be positive");
        }
    }
}
