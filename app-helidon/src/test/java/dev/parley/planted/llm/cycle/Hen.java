package dev.parley.planted.llm.cycle;

import dev.parley.planted.llm.cycle.egg.Egg;

public record Hen(Egg egg) {}
