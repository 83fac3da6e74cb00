/** The load rig: what a second of this machine is worth, to the server and, beside it, to what it is built on. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
