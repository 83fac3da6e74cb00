/** Organizations, agents, texts and the like that are good enough for a test. */
@NullMarked
package dev.parley.testkit.sample;

import org.jspecify.annotations.NullMarked;
