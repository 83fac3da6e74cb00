/**
 * Keeps everything that Parley keeps: the storing out-ports over JDBC, for H2, MariaDB and MySQL. {@link Persistence} is the way
 * in; the rest is its own affair.
 */
@NullMarked
package dev.parley.persistence;

import org.jspecify.annotations.NullMarked;
