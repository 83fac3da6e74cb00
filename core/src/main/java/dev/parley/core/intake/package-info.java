/** Texts and reports that come in: who believes them, what is to become of them. */
@NullMarked
package dev.parley.core.intake;

import org.jspecify.annotations.NullMarked;
