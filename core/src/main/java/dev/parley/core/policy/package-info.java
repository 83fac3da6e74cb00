/**
 * The rules of the house: what happens to a conversation that has something unanswered. Each rule is a class of its own;
 * {@link dev.parley.core.policy.HouseRules} is the list, in the order in which they are heard.
 */
@NullMarked
package dev.parley.core.policy;

import org.jspecify.annotations.NullMarked;
