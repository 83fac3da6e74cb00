package dev.parley.planted.ports;

public record Word(String value) {}
