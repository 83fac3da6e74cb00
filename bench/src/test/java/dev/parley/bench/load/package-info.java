/** Whether the load rig measures what it says. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
