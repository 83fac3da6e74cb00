/** Pure functions over texts: alphabets, segments, prompts. */
@NullMarked
package dev.parley.core.text;

import org.jspecify.annotations.NullMarked;
