@NullMarked
package dev.parley.bench.standin;

import org.jspecify.annotations.NullMarked;
