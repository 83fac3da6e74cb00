/** The reply lane: what happens to a conversation that has something unanswered. */
@NullMarked
package dev.parley.core.reply;

import org.jspecify.annotations.NullMarked;
