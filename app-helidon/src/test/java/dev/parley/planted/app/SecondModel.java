package dev.parley.planted.app;

import dev.langchain4j.model.chat.ChatModel;

public record SecondModel(ChatModel model) {}
