package dev.parley.core.intake;

import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.DeliveryReport;
import dev.parley.ports.spi.WebhookEvent.Ignored;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What providers call texts, short enough to be a key. One that is longer is known by its digest from here on: refused, it would be
 * sent again for ever.
 */
public final class ProviderNames {

    private static final int LONGEST = 255;

    private ProviderNames() {}

    static WebhookEvent shortened(WebhookEvent event) {
        return switch (event) {
            case InboundText text -> shortened(text);
            case DeliveryReport report -> shortened(report);
            case OptOutSignal signal -> signal;
            case Ignored ignored -> ignored;
        };
    }

    private static InboundText shortened(InboundText t) {
        return t.providerMessageId().length() <= LONGEST
                ? t
                : new InboundText(shortened(t.providerMessageId()), t.from(), t.to(), t.body(), t.media(), t.handledKeyword(), t.part());
    }

    private static DeliveryReport shortened(DeliveryReport r) {
        return r.providerMessageId().length() <= LONGEST
                ? r : new DeliveryReport(shortened(r.providerMessageId()), r.messageId(), r.status(), r.error(), r.from());
    }

    /** The name itself, unless it is too long. */
    public static String shortened(String name) {
        return name.length() <= LONGEST ? name : digest(name);
    }

    private static String digest(String name) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("every Java has SHA-256", impossible);
        }
    }
}
