package dev.parley.llm.scripted;

import dev.parley.ports.model.ModelOutcome;
import dev.parley.ports.model.ModelOutcome.Answered;
import dev.parley.ports.model.ModelOutcome.Failed;
import dev.parley.ports.model.ModelOutcome.Failure;
import dev.parley.ports.model.ModelRequest;
import dev.parley.ports.model.TokenUsage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A model for rehearsals. It is no AI and says so when asked; it needs no account and gives the same answer to the same
 * request every time. It introduces itself by the name in a prompt that starts with {@code You are NAME}, answers a question
 * with the sentence of the prompt (or of the conversation) that shares most words with it, remembers names and earlier
 * texts, and otherwise says politely what it understood. Answers are in English and rarely longer than 160 characters.
 *
 * <p>
 * Lines of the prompt that start with {@code scripted:} rehearse trouble, and are not part of the prompt otherwise:
 *
 * <ul>
 * <li>{@code scripted: delay 10s}: think for so long ({@code ms}, {@code s} or {@code m}); longer than the deadline is a
 * timeout
 * <li>{@code scripted: fail timeout}, or {@code rate_limited}, {@code unavailable}, {@code auth}, {@code refused}
 * <li>{@code scripted: say "..."}: answer exactly this
 * <li>{@code scripted: empty}: answer nothing
 * </ul>
 *
 * <p>
 * Thread-safe.
 */
public final class ScriptedModel {

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final int LONGEST_ANSWER = 300;

    private final Pause pause;
    private final Duration deadline;

    /**
     * Makes one.
     *
     * @param pause how it waits when it is told to
     * @param deadline how long an answer may take
     */
    public ScriptedModel(Pause pause, Duration deadline) {
        this.pause = pause;
        this.deadline = deadline;
    }

    /**
     * Answers.
     *
     * @return an answer, whose tokens are estimated at four characters each, or the failure that the prompt asks for
     */
    public ModelOutcome complete(ModelRequest request) {
        Controls controls = Controls.in(request.system());
        if (controls.misspelt()) {
            return failed(Failure.REFUSED, "a line \"scripted: ...\" of the prompt is none of delay, fail, say, empty");
        }
        Optional<ModelOutcome> trouble = think(controls.delay()).or(() -> controls.failure().map(ScriptedModel::rehearsed));
        return trouble.orElseGet(() -> answer(controls, request));
    }

    private static ModelOutcome answer(Controls controls, ModelRequest request) {
        String text = controls.say().orElseGet(() -> made(request, controls.rest()));
        int read = request.system().length() + request.turns().stream().mapToInt(turn -> turn.content().length()).sum();
        return new Answered(text, new TokenUsage(tokens(read), tokens(text.length())));
    }

    private static String made(ModelRequest request, String prompt) {
        return Phrases.shortened(Reply.to(Chat.of(request.turns()), Prompt.read(prompt)), LONGEST_ANSWER);
    }

    private Optional<ModelOutcome> think(Duration delay) {
        boolean inTime = delay.compareTo(deadline) < 0;
        try {
            pause.rest(inTime ? delay : deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(failed(Failure.UNAVAILABLE, "given up because we are stopping"));
        }
        String late = "no answer within " + deadline.toMillis() + " ms, as rehearsed";
        return inTime ? Optional.empty() : Optional.of(failed(Failure.TIMEOUT, late));
    }

    private static ModelOutcome rehearsed(Failure failure) {
        return failed(failure, failure.name().toLowerCase(Locale.ROOT) + ", as rehearsed");
    }

    private static ModelOutcome failed(Failure failure, String detail) {
        return new Failed(failure, detail, Optional.empty());
    }

    private static int tokens(int characters) {
        return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
    }
}
