package dev.parley.testkit.provider;

import dev.parley.ports.Encoding;
import dev.parley.ports.MessageId;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.OutboundText;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Texts and numbers that rules work with. */
final class Sample {

    /** No log and no word of an adapter may contain it. */
    static final String CANARY = "Quill-Marmot-Lantern";

    static final String BODY = CANARY + ": shall we say nine?";
    static final String OURS = "+12025550142";
    static final String OURS_TOO = "+12025550143";
    static final String CONTACT = "+12025550187";
    static final String HOOKS = "https://parley.example/webhooks/";
    static final URI STATUS_URL = URI.create(HOOKS + "c0ffee/status");
    static final String MEDIA_URL = "https://media.parley.example/kit/1.jpg";
    static final String MEDIA_TYPE = "image/jpeg";
    static final String PART_REFERENCE = "37";

    private Sample() {}

    /** The n-th name of something. */
    static String id(int n) {
        return new UUID(0x6b697400_0000_4000L, 0x8000_0000_0000_0000L + n).toString();
    }

    static MessageId message(int n) {
        return new MessageId(UUID.fromString(id(n)));
    }

    /** All that a webhook with a text can say. */
    static Values inbound(Account account, Instant now) {
        return common(account, now).number("from", CONTACT)
                .number("to", OURS)
                .with("body", BODY)
                .with("media.url", MEDIA_URL)
                .with("media.type", MEDIA_TYPE)
                .with("part.ref", PART_REFERENCE)
                .with("part.index", "1")
                .with("part.total", "2");
    }

    /** All that a report can say. */
    static Values report(Account account, Instant now) {
        return common(account, now).number("from", OURS).number("to", CONTACT).with("status", "").with("code", "");
    }

    /** All that a request that sends this text can say. */
    static Values request(Account account, OutboundText text) {
        return Values.ANY.account(account)
                .number("from", text.from().map(PhoneNumber::e164).orElse(""))
                .number("to", text.to().e164())
                .with("body", text.body())
                .with("message", text.id().toString())
                .with("statusUrl", text.statusUrl().toString());
    }

    static OutboundText outbound(String to, String body) {
        return new OutboundText(message(900), Optional.of(new PhoneNumber(OURS)), new PhoneNumber(to), body, alphabet(body), STATUS_URL);
    }

    private static Values common(Account account, Instant now) {
        return Values.ANY.account(account)
                .with("id", id(1))
                .with("message", id(900))
                .with("now", now.toString())
                .with("now.seconds", String.valueOf(now.getEpochSecond()));
    }

    /** Near enough for what the rules send: what is in ASCII is in the default alphabet but for the grave accent and controls. */
    private static Encoding alphabet(String body) {
        return body.matches("[\\r\\n -_a-~]*") ? Encoding.GSM_7 : Encoding.UCS_2;
    }
}
