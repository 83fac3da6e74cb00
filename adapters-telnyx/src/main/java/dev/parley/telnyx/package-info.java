/** Texts through Telnyx. */
@NullMarked
package dev.parley.telnyx;

import org.jspecify.annotations.NullMarked;
