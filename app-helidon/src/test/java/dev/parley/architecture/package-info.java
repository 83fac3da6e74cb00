/** What the modules may know of each other and of the world, and what no code does. */
@NullMarked
package dev.parley.architecture;

import org.jspecify.annotations.NullMarked;
