/** Webhooks of ours to a customer. */
@NullMarked
package dev.parley.ports.notify;

import org.jspecify.annotations.NullMarked;
