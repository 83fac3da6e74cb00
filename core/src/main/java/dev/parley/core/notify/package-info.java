/** Webhooks of ours to customers. */
@NullMarked
package dev.parley.core.notify;

import org.jspecify.annotations.NullMarked;
