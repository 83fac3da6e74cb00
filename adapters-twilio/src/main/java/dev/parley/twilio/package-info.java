/** Texts through Twilio Programmable Messaging. Nothing about Twilio is known outside this package. */
@NullMarked
package dev.parley.twilio;

import org.jspecify.annotations.NullMarked;
