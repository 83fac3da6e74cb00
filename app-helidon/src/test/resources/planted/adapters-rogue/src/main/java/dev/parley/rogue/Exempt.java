package dev.parley.rogue;

@SuppressWarnings({"unchecked", "MethodLength"})
record Exempt() {}
