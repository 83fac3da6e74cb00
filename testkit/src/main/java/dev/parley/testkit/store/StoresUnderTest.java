package dev.parley.testkit.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Stores that are put to the test, and a way to let time pass without waiting.
 *
 * @param stores the stores; they hold nothing yet
 * @param clock the time that the stores go by
 * @param passTime lets so much time pass for the stores: whoever takes the time from a clock moves the clock; whoever takes it
 *                 from a database moves every time in the tables back instead. A rule never compares a time that it stored
 *                 before with one that it reads afterwards, so either will do
 */
public record StoresUnderTest(Stores stores, InstantSource clock, Consumer<Duration> passTime) {}
