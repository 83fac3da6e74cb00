@NullMarked
package dev.parley.llm;

import org.jspecify.annotations.NullMarked;
