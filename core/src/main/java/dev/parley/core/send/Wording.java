package dev.parley.core.send;

import dev.parley.core.compose.Composer;
import dev.parley.core.compose.Composer.Brief;
import dev.parley.core.compose.Composition;
import dev.parley.core.send.SenderChoice.Sender;
import dev.parley.core.world.World;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.Rejection;
import dev.parley.ports.Rejection.Kind;
import dev.parley.ports.Result;
import dev.parley.ports.agent.Agent;
import dev.parley.ports.conversation.Role;
import dev.parley.ports.conversation.Turn;
import dev.parley.ports.in.SendCommand;
import dev.parley.ports.in.SendCommand.Words.Generated;
import dev.parley.ports.in.SendCommand.Words.Raw;
import dev.parley.ports.out.ConversationStore;
import dev.parley.ports.out.ConversationStore.NumberPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the words of a text that somebody asked for: the caller's own, or those of the agent's model. Thread-safe. */
public final class Wording {

    private static final int LONGEST = 1600;
    private static final int LONGEST_PROMPT = 16_000;
    private static final int TURNS = 40;

    /** Of the 15 seconds that a caller waits, so much that the provider can still be asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ConversationStore conversations;
    private final Composer composer;

    /** Takes where conversations are kept and who asks models. */
    public Wording(World world, Composer composer) {
        this.conversations = world.traffic().conversations();
        this.composer = composer;
    }

    Result<Composition.Words> words(SendCommand command, Sender sender) {
        return switch (command.words()) {
            case Raw(var body) -> raw(body);
            case Generated generated -> generated(command, sender, generated);
        };
    }

    /** What is wrong with a wish for words, without asking a model; the text as it is known so far otherwise. */
    Result<String> outline(SendCommand command, Sender sender) {
        return switch (command.words()) {
            case Raw(var body) -> raw(body).map(Composition.Words::text);
            case Generated generated -> prompt(sender, generated).map(_ -> "");
        };
    }

    private static Result<Composition.Words> raw(String body) {
        String text = body.strip();
        if (text.isEmpty()) {
            return Result.rejected(Rejection.invalid("body", "too_short", "The text is empty."));
        }
        if (text.length() > LONGEST) {
            return Result.rejected(Rejection.invalid("body", "too_long", "A text has at most " + LONGEST + " characters."));
        }
        return Result.ok(new Composition.Words(text, false));
    }

    private static Result<String> prompt(Sender sender, Generated wanted) {
        Optional<String> prompt = wanted.prompt().or(() -> sender.agent().flatMap(a -> a.config().smsPrompt()));
        if (sender.agent().isEmpty() || prompt.isEmpty()) {
            return Result.rejected(Rejection.invalid(
                    "generate", "prompt_required",
                    "Generating a text takes an agent (agentId, or the one of the number in from) with an SMS prompt."));
        }
        if (prompt.get().length() > LONGEST_PROMPT) {
            return Result.rejected(Rejection.invalid("smsPrompt", "too_long", "A prompt has at most " + LONGEST_PROMPT + " characters."));
        }
        return Result.ok(prompt.get());
    }

    private Result<Composition.Words> generated(SendCommand command, Sender sender, Generated wanted) {
        return prompt(sender, wanted).then(prompt -> composed(command, sender, wanted, prompt));
    }

    private Result<Composition.Words> composed(SendCommand command, Sender sender, Generated wanted, String prompt) {
        List<Turn> turns = wanted.history().orElseGet(() -> ongoing(command, sender));
        boolean introduces = turns.stream().noneMatch(turn -> turn.role() == Role.ASSISTANT);
        Agent agent = sender.agent().orElseThrow();
        return switch (composer.composeWithin(new Brief(agent, prompt, turns, wanted.variables(), introduces), PATIENCE)) {
            case Composition.Words words -> Result.ok(words);
            case Composition.None none -> Composer.fallback(agent)
                    .map(Result::ok)
                    .orElseGet(() -> Result.rejected(Rejection.of(Kind.UPSTREAM, "model_failed", none.why())));
        };
    }

    private List<Turn> ongoing(SendCommand command, Sender sender) {
        Optional<PhoneNumber> from = sender.from();
        return from.map(ours -> new NumberPair(ours, command.to()))
                .map(pair -> conversations.ongoing(command.organization(), pair, sender.idleResetDays(), TURNS))
                .orElse(List.of());
    }
}
