package dev.parley.ports;

/**
 * One field of a request that cannot be taken. Immutable.
 *
 * @param field its path as the caller wrote it, such as {@code messagingConfig.smsPrompt}
 * @param code a stable word for programs, such as {@code too_long}
 * @param detail a sentence for people that says what is accepted
 */
public record FieldError(String field, String code, String detail) {}
