/** Carriers, models and customers that are not real, and that write down what they were told. */
@NullMarked
package dev.parley.bench.standin;

import org.jspecify.annotations.NullMarked;
