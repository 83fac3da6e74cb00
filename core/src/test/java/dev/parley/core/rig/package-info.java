/** What the tests of core stand on. */
@NullMarked
package dev.parley.core.rig;

import org.jspecify.annotations.NullMarked;
