/** What the author of an SMS provider writes and reads. */
@NullMarked
package dev.parley.ports.spi;

import org.jspecify.annotations.NullMarked;
