/** Compares what the ledgers say with what the database says: one invariant a class. */
@NullMarked
package dev.parley.bench.check;

import org.jspecify.annotations.NullMarked;
