package dev.parley.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule, and the proof that it can fail.
 *
 * @param sentence what holds
 * @param in the rule, wherever the modules are
 * @param culprit a class that breaks it
 */
record Law(String sentence, Function<Layout, ArchRule> in, Class<?> culprit) {}
