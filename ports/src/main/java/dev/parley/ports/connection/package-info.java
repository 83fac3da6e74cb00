/** One account at one provider, and the numbers it carries. */
@NullMarked
package dev.parley.ports.connection;

import org.jspecify.annotations.NullMarked;
