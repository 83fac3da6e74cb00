package dev.parley.ports.agent;

import java.time.Duration;

/**
 * How fast, how long and how often an agent answers. Immutable.
 *
 * @param delay how long to wait for the end of a burst of texts, 0 to 300 seconds
 * @param maxSegments how many segments a reply of the model may have, 1 to 10
 * @param maxRepliesPerHour how many replies a conversation may get in an hour, 1 to 1,000,000
 * @param idleResetDays after how many days without a text a conversation begins anew; 0 for never
 */
public record ReplyLimits(Duration delay, int maxSegments, int maxRepliesPerHour, int idleResetDays) {

    /** What an agent has that says nothing else. */
    public static final ReplyLimits DEFAULT = new ReplyLimits(Duration.ofSeconds(3), 3, 20, 0);
}
