package dev.parley.planted.core;

public record ReplyManager(Decision decision) {}
