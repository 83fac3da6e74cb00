/** What others compile against, and what may become of it. */
@NullMarked
package dev.parley.ports.surface;

import org.jspecify.annotations.NullMarked;
