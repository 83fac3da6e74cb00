/** Rigs that treat the server as a black box: they share no code with it, so that they cannot share its mistakes. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
