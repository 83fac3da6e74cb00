/** Runs the server as processes, sends it traffic and pulls plugs, by a seed. */
@NullMarked
package dev.parley.bench.chaos;

import org.jspecify.annotations.NullMarked;
