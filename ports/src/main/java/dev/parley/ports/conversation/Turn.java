package dev.parley.ports.conversation;

/**
 * One message as a model sees it. Immutable; does not print the text.
 *
 * @param role who speaks
 * @param content the words
 */
public record Turn(Role role, String content) {

    @Override
    public String toString() {
        return "Turn[" + role + "]";
    }
}
