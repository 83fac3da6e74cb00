/** All of core on three machines that are not there, in a time that is not real: the same again for the same seed. */
@NullMarked
package dev.parley.core.simulation;

import org.jspecify.annotations.NullMarked;
