/** Finding the words of a text: what a model is asked, and what is made of its answer. */
@NullMarked
package dev.parley.core.compose;

import org.jspecify.annotations.NullMarked;
