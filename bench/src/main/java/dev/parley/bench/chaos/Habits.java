package dev.parley.bench.chaos;

/**
 * What people and programs do, and how often.
 *
 * @param people how many there are; the fewer, the more texts a conversation has
 * @param crm of all actions those of programs
 * @param stop of all actions those in which a contact says STOP while a model thinks
 * @param copies of all texts those that come twice to five times
 * @param manyCopies of all texts those that come a hundred times at once
 */
public record Habits(int people, double crm, double stop, double copies, double manyCopies) {

    /** A usual day. */
    static final Habits USUAL = new Habits(150, 0.12, 0.04, 0.10, 0.004);
    /** Half of them say STOP. */
    static final Habits STOPPING = new Habits(4000, 0.05, 0.50, 0.02, 0);
    /** Every text comes a hundred times. */
    static final Habits REPEATING = new Habits(150, 0, 0, 0, 1);

    /** By their name on the command line. */
    static Habits named(String word) {
        return switch (word) {
            case "usual" -> USUAL;
            case "stopping" -> STOPPING;
            case "repeating" -> REPEATING;
            default -> throw new IllegalArgumentException("known habits: usual, stopping, repeating");
        };
    }

    /** The name on the command line. */
    String word() {
        return equals(STOPPING) ? "stopping" : equals(REPEATING) ? "repeating" : "usual";
    }
}
