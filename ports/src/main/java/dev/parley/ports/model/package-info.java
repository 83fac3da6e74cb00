/** What is asked of a language model and what comes back. */
@NullMarked
package dev.parley.ports.model;

import org.jspecify.annotations.NullMarked;
