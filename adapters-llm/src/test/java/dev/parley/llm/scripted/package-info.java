@NullMarked
package dev.parley.llm.scripted;

import org.jspecify.annotations.NullMarked;
