/** Language models: OpenAI and whatever speaks its protocol, Anthropic, Gemini, Ollama, and a scripted one for rehearsals. */
@NullMarked
package dev.parley.llm;

import org.jspecify.annotations.NullMarked;
