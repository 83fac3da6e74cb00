/**
 * The HTTP side of Parley: what a request means, and how an answer looks. {@link dev.parley.app.http.Api} is the door;
 * everything behind it is nobody else's business.
 */
@NullMarked
package dev.parley.app.http;

import org.jspecify.annotations.NullMarked;
