package dev.parley.ports.spi;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a provider is called, what its connections need and what it can do. Forms and documentation are made from it. Start with
 * {@link #of} and refine it. Immutable.
 *
 * @param name how it is named in the API and in webhook addresses: lower-case letters, digits and dashes
 * @param title how people call it
 * @param settings what a connection of it can or must be given
 * @param capabilities what it does; what is not here is done by core, or refused
 * @param longestText how many characters it takes at once, in UTF-16 units
 * @param answerWithin how long it waits for the answer to a webhook
 */
public record ProviderDescription(
        String name,
        String title,
        List<SettingKey> settings,
        Set<Capability> capabilities,
        int longestText,
        Duration answerWithin) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Ten GSM-7 segments, which most providers take at once. */
    private static final int USUAL_TEXT = 1600;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(15);

    /** Something that one provider does and another does not. */
    public enum Capability {
        /** It blocks after STOP and answers STOP, START and HELP itself, so that we must not answer them once more. */
        HANDLES_KEYWORDS,
        /** Long inbound texts arrive whole. Without it they arrive as {@link WebhookEvent.Part}s, which core joins. */
        JOINS_PARTS,
        /** Every webhook can be proved genuine by a signature of the provider's. */
        SIGNS_WEBHOOKS,
        /** It tells what became of a text that it took. */
        REPORTS_DELIVERY,
        /** It hears of texts without webhooks: its {@link SmsProvider}s, or some of them, are {@link Listening} too. */
        LISTENS,
        /** It can be asked about a text whose answer was lost: its {@link SmsProvider}s are {@link SendLookup} too. */
        LOOKS_UP_SENDS,
        /** It can be asked which texts it received: its {@link SmsProvider}s are {@link InboundHistory} too. */
        LISTS_INBOUND
    }

    /** Refuses a name that does not fit into an address, two settings of one name, and a length or deadline that is not positive. */
    public ProviderDescription {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a provider's name has 1 to 40 lower-case letters, digits and dashes: " + name);
        }
        settings = List.copyOf(settings);
        if (settings.stream().map(SettingKey::name).distinct().count() < settings.size()) {
            throw new IllegalArgumentException("provider " + name + " names a setting twice");
        }
        capabilities = Set.copyOf(capabilities);
        if (longestText < 1 || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("the longest text and the deadline must be positive");
        }
    }

    /** A provider that needs no settings, has no capability, takes 1600 characters at once and waits 15 seconds for an answer. */
    public static ProviderDescription of(String name, String title) {
        return new ProviderDescription(name, title, List.of(), Set.of(), USUAL_TEXT, USUAL_PATIENCE);
    }

    /** The same one, with exactly these settings, in the order in which a form should ask for them. */
    public ProviderDescription needing(SettingKey...keys) {
        return new ProviderDescription(name, title, List.of(keys), capabilities, longestText, answerWithin);
    }

    /** The same one, with exactly these capabilities. */
    public ProviderDescription able(Capability first, Capability...more) {
        return new ProviderDescription(name, title, settings, EnumSet.of(first, more), longestText, answerWithin);
    }

    /** The same one, taking texts of up to {@code length} UTF-16 units. */
    public ProviderDescription upTo(int length) {
        return new ProviderDescription(name, title, settings, capabilities, length, answerWithin);
    }

    /** The same one, whose webhooks must be answered within {@code deadline}. */
    public ProviderDescription answeredWithin(Duration deadline) {
        return new ProviderDescription(name, title, settings, capabilities, longestText, deadline);
    }

    /** Whether it has that capability. */
    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /** The setting of that name. */
    public Optional<SettingKey> setting(String key) {
        return settings.stream().filter(s -> s.name().equals(key)).findFirst();
    }

    /** The setting whose value says which account at the provider this is, when there is one. */
    public Optional<SettingKey> accountKey() {
        return settings.stream().filter(SettingKey::identifiesAccount).findFirst();
    }
}
