package dev.parley.planted.app.config;

import dev.parley.planted.core.Decision;

public record SecondWiring(Decision decision) {}
