/** One class for each law of the architecture, and against it: proof that the law can fail. */
@NullMarked
package dev.parley.planted;

import org.jspecify.annotations.NullMarked;
