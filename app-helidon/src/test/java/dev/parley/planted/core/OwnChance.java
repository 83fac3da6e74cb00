package dev.parley.planted.core;

import java.util.Random;

public final class OwnChance {

    private final Random random = new Random();

    public int next() {
        return random.nextInt();
    }
}
