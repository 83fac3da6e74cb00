/** What the contracts have in common. */
@NullMarked
package dev.parley.testkit;

import org.jspecify.annotations.NullMarked;
