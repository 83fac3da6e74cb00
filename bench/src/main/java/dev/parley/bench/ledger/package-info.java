/** What happened, written down by the stand-ins: the truth that the database is compared with. */
@NullMarked
package dev.parley.bench.ledger;

import org.jspecify.annotations.NullMarked;
