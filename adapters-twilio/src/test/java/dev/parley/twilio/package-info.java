@NullMarked
package dev.parley.twilio;

import org.jspecify.annotations.NullMarked;
