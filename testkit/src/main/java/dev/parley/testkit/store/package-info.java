/** The contract of the stores: what every implementation of the storing out-ports has to do. */
@NullMarked
package dev.parley.testkit.store;

import org.jspecify.annotations.NullMarked;
