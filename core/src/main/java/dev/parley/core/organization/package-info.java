/** Tenants and their keys. */
@NullMarked
package dev.parley.core.organization;

import org.jspecify.annotations.NullMarked;
