/** Who answers: an agent, its prompt, mode and policy settings. */
@NullMarked
package dev.parley.ports.agent;

import org.jspecify.annotations.NullMarked;
