package dev.parley.core.rig;

import dev.parley.core.Core;
import dev.parley.core.world.World;
import dev.parley.ports.connection.Connection;
import dev.parley.ports.out.Providers;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.Settings;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory.Claim;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Providers that fail in one step and are otherwise as {@code intact} are.
 *
 * @param intact what works
 * @param step where they fail
 * @param fault throws, or gives what no provider may give
 */
public record BrokenProviders(Providers intact, Step step, Supplier<?> fault) implements Providers {

    /** What a provider is asked to do. */
    public enum Step {
        CLAIM,
        OPEN,
        CHECK,
        READ,
        ANSWER,
        SEND
    }

    /** All of core, with that fault. */
    public static Core core(Rig rig, Step step, Supplier<?> fault) {
        World world = rig.world();
        World.Peers p = world.peers();
        var broken = new BrokenProviders(p.providers(), step, fault);
        return new Core(
                new World(world.setup(), world.traffic(), new World.Peers(broken, p.models(), p.webhooks(), p.phone()), world.nature()));
    }

    @Override
    public List<ProviderDescription> descriptions() {
        return intact.descriptions();
    }

    @Override
    public Optional<ProviderDescription> description(String name) {
        return intact.description(name);
    }

    @Override
    public SmsProvider open(Connection connection) {
        return at(Step.OPEN, () -> new Provider(intact.open(connection)));
    }

    @Override
    public Optional<String> refusal(String provider, Settings settings) {
        return intact.refusal(provider, settings);
    }

    @Override
    public Claim claim(String provider, WebhookRequest request) {
        return at(Step.CLAIM, () -> intact.claim(provider, request));
    }

    @SuppressWarnings("unchecked")
    private <T> T at(Step now, Supplier<T> works) {
        return now == step ? (T) fault.get() : works.get();
    }

    private final class Provider implements SmsProvider {

        private final SmsProvider works;

        Provider(SmsProvider works) {
            this.works = works;
        }

        @Override
        public SendOutcome send(OutboundText text) {
            return at(Step.SEND, () -> works.send(text));
        }

        @Override
        public Verdict check(WebhookRequest request) {
            return at(Step.CHECK, () -> works.check(request));
        }

        @Override
        public List<WebhookEvent> read(AuthenticWebhook webhook) {
            return at(Step.READ, () -> works.read(webhook));
        }

        @Override
        public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
            return at(Step.ANSWER, () -> works.answer(request, receipt));
        }
    }
}
