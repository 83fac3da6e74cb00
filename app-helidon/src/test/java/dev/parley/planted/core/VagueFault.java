package dev.parley.planted.core;

public final class VagueFault {

    private VagueFault() {}

    public static void fail() {
        throw new RuntimeException("something went wrong");
    }
}
