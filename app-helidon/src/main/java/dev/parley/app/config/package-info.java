/** What the operator decides: read from the environment and {@code application.yaml}, checked once, immutable from then on. */
@NullMarked
package dev.parley.app.config;

import org.jspecify.annotations.NullMarked;
