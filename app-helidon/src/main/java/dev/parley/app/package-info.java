/** The server: reads the configuration, wires core and adapters together, starts and stops. */
@NullMarked
package dev.parley.app;

import org.jspecify.annotations.NullMarked;
