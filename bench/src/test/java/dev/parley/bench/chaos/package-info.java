@NullMarked
package dev.parley.bench.chaos;

import org.jspecify.annotations.NullMarked;
