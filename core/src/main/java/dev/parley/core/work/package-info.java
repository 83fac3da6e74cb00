/** Work that is owed: who does it, and when it is tried again. */
@NullMarked
package dev.parley.core.work;

import org.jspecify.annotations.NullMarked;
