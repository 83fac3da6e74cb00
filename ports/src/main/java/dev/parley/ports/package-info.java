/** The words everybody uses: identities, phone numbers, secrets, results and pages. */
@NullMarked
package dev.parley.ports;

import org.jspecify.annotations.NullMarked;
