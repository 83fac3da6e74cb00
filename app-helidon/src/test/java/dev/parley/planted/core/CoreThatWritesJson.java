package dev.parley.planted.core;

import com.fasterxml.jackson.databind.JsonNode;

public interface CoreThatWritesJson {

    JsonNode write();
}
