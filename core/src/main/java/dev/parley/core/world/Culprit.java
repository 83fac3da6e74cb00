package dev.parley.core.world;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What somebody else's code threw, for the log: of which class it is and where it comes from. Not what it says, which may quote a
 * text, a number or a secret.
 */
public final class Culprit {

    /** Together they fit a line of the log. */
    private static final int MOST_CAUSES = 4;

    private static final int MOST_FRAMES = 8;

    private Culprit() {}

    /** A line about {@code thrown} and its causes, with none of their messages. */
    public static String of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(Culprit::described)
                .collect(joining(", caused by "));
    }

    private static String described(Throwable thrown) {
        return thrown.getClass().getName()
                + Arrays.stream(thrown.getStackTrace()).limit(MOST_FRAMES).map(frame -> " at " + frame).collect(joining());
    }
}
