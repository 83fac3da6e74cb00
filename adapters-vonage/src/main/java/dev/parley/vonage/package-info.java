/** Texts through the SMS API and the Messages API of Vonage. Nothing about Vonage is known outside this package. */
@NullMarked
package dev.parley.vonage;

import org.jspecify.annotations.NullMarked;
