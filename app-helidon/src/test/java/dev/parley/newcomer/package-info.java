/** What somebody writes who adds a provider and reads no more than has to be read. */
@NullMarked
package dev.parley.newcomer;

import org.jspecify.annotations.NullMarked;
