/** Reading what was said. */
@NullMarked
package dev.parley.core.conversation;

import org.jspecify.annotations.NullMarked;
