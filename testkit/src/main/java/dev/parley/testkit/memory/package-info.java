/** Stores that live in memory and keep the contract. */
@NullMarked
package dev.parley.testkit.memory;

import org.jspecify.annotations.NullMarked;
