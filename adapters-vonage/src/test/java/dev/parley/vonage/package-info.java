@NullMarked
package dev.parley.vonage;

import org.jspecify.annotations.NullMarked;
