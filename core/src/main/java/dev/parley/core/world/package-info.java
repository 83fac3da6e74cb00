/** Everything that core needs and does not make itself. */
@NullMarked
package dev.parley.core.world;

import org.jspecify.annotations.NullMarked;
