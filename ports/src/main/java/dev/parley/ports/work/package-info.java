/** Rows with a due time: the work that core still owes, who holds it and under which fence. */
@NullMarked
package dev.parley.ports.work;

import org.jspecify.annotations.NullMarked;
