/**
 * Calls the servers of customers, which may be anybody's: behind a fence against addresses that are nobody's business, within
 * a total time, and without believing a word of the answer.
 *
 * <p>It opens its sockets itself and has Apache HttpCore speak HTTP over them. So the vetted address is the connected one by
 * construction, and there is nothing to switch off: no pool, cookie, redirect, proxy, decompression or second try. Helidon's
 * WebClient was tried: it takes a chunk of an answer into memory whole, however long the server says it is, and rewrites
 * paths ({@code a%2Fb} becomes {@code a/b}). The JDK's client has no hook for addresses, and its timeout leaves the body out.
 */
@NullMarked
package dev.parley.webhook;

import org.jspecify.annotations.NullMarked;
