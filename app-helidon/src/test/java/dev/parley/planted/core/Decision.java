package dev.parley.planted.core;

import dev.parley.planted.ports.Word;

public record Decision(Word why) {}
