/** Connections and assigned numbers, and what is wrong with their webhooks. */
@NullMarked
package dev.parley.core.connection;

import org.jspecify.annotations.NullMarked;
