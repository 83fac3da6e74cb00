/** Keeps what carriers bring in files of this node while the database is away. */
@NullMarked
package dev.parley.journal;

import org.jspecify.annotations.NullMarked;
