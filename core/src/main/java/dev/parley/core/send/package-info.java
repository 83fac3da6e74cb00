/** Texts of ours: from the wish to the provider's answer. */
@NullMarked
package dev.parley.core.send;

import org.jspecify.annotations.NullMarked;
