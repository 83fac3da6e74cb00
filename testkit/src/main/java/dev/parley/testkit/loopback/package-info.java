/** Keeps a test on this machine. Not exported: the JDK finds it as a service. */
@NullMarked
package dev.parley.testkit.loopback;

import org.jspecify.annotations.NullMarked;
