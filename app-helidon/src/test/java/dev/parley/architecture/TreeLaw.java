package dev.parley.architecture;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule about a module as it lies in the tree, and the proof that it can fail.
 *
 * @param sentence what holds
 * @param complaints what is wrong with a module, by name
 * @param culprit what is told of the planted modules
 */
record TreeLaw(String sentence, Function<AdapterModule, Stream<String>> complaints, String culprit) {}
