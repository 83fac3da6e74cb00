/** Use cases: what the outside may ask of core, one method each. */
@NullMarked
package dev.parley.ports.in;

import org.jspecify.annotations.NullMarked;
