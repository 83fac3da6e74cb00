package dev.parley.ports;

import java.time.Instant;
import java.util.UUID;

/**
 * The last row of a page: the next page holds what is older. Lists are ordered by time and then by id, so that a cursor
 * stays true while rows are added. Immutable.
 *
 * @param at when that row was created, in microseconds
 * @param id its id
 */
public record Cursor(Instant at, UUID id) {}
