/** A provider without a carrier: what is sent is delivered, and a phone that is not there sends texts of its own. */
@NullMarked
package dev.parley.simulator;

import org.jspecify.annotations.NullMarked;
