/** JSON as the API takes and gives it: strict and bounded on the way in, in a fixed order on the way out. */
@NullMarked
package dev.parley.app.json;

import org.jspecify.annotations.NullMarked;
