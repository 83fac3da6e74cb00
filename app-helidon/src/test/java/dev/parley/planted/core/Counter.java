package dev.parley.planted.core;

public final class Counter {

    private static int count;

    private Counter() {}

    public static int next() {
        return ++count;
    }
}
