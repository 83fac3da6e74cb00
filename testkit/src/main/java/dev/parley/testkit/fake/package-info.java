/** Stand-ins for the world around core: a clock that is moved by hand, providers and models that say what a test tells them. */
@NullMarked
package dev.parley.testkit.fake;

import org.jspecify.annotations.NullMarked;
