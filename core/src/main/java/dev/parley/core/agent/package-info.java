/** Agents: what is allowed, and the use cases about them. */
@NullMarked
package dev.parley.core.agent;

import org.jspecify.annotations.NullMarked;
