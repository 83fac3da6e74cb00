/** One logged text, in or out, and what became of it. */
@NullMarked
package dev.parley.ports.message;

import org.jspecify.annotations.NullMarked;
