/** The way in: what core needs, and the use cases that it offers. */
@NullMarked
package dev.parley.core;

import org.jspecify.annotations.NullMarked;
