/** Tenants and the keys that act for them. */
@NullMarked
package dev.parley.ports.organization;

import org.jspecify.annotations.NullMarked;
