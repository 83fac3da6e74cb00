/** Our number and a contact: a window of turns. */
@NullMarked
package dev.parley.ports.conversation;

import org.jspecify.annotations.NullMarked;
