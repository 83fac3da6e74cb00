/** Proofs that the stores keep their contract, on H2 and on a real MariaDB. */
@NullMarked
package dev.parley.persistence;

import org.jspecify.annotations.NullMarked;
