/** What core needs of the world, in core's words. */
@NullMarked
package dev.parley.ports.out;

import org.jspecify.annotations.NullMarked;
