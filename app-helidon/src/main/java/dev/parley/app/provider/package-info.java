/** Which SMS providers there are, and the one open for each connection. */
@NullMarked
package dev.parley.app.provider;

import org.jspecify.annotations.NullMarked;
