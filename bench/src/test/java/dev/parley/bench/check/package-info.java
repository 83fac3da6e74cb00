@NullMarked
package dev.parley.bench.check;

import org.jspecify.annotations.NullMarked;
