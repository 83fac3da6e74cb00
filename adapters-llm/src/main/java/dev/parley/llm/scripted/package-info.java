/** The rehearsal model: plain rules in the place of a language model. */
@NullMarked
package dev.parley.llm.scripted;

import org.jspecify.annotations.NullMarked;
