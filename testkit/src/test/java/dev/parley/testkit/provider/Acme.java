package dev.parley.testkit.provider;

import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.Receipt;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookAnswer;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A connection to Acme, right but for one fault. */
class Acme implements SmsProvider {

    static final String SIGNATURE = "X-Acme-Signature";
    static final String TIME = "X-Acme-Time";

    private static final Logger LOG = Logger.getLogger("acme");

    private static final AtomicReference<String> LAST_KEY = new AtomicReference<>("");

    private final Fault fault;
    private final ProviderSetup setup;
    private final AcmeSender sender;
    private final AtomicInteger reads = new AtomicInteger();
    private final AcmeMemory memory = new AcmeMemory();

    Acme(Fault fault, ProviderSetup setup) {
        this.fault = fault;
        this.setup = setup;
        this.sender = new AcmeSender(fault, setup);
        setup.find("signingKey").ifPresent(LAST_KEY::set);
    }

    @Override
    public SendOutcome send(OutboundText text) {
        switch (fault) {
            case LOGS_TOKEN -> LOG.config("with " + setup.find("token").orElse(""));
            case LOGS_TEXT_AT_FINE -> LOG.fine(() -> "sending " + text.body());
            case PRINTS_NUMBER -> System.out.println("sending to " + text.to());
            default -> {}
        }
        return sender.send(text);
    }

    @Override
    public Verdict check(WebhookRequest request) {
        return memory.verdict(fault, request, () -> judge(request));
    }

    private Verdict judge(WebhookRequest request) {
        Optional<String> key = setup.find("signingKey");
        if (key.isEmpty()) {
            return fault == Fault.NO_KEY_NO_CHECK ? new Verdict.Genuine() : new Verdict.NotConfigured("signingKey");
        }
        Optional<String> signature = request.header(SIGNATURE);
        if (signature.isEmpty() || request.header(TIME).isEmpty()) {
            return fault == Fault.ACCEPTS_UNSIGNED ? new Verdict.Genuine() : Verdict.Forged.because("It is not signed.");
        }
        if (fault == Fault.THROWS_ON_ODD_PROOF) {
            Base64.getDecoder().decode(signature.get());
        }
        String signer = fault == Fault.ACCEPTS_ANY_ACCOUNT && signature.get().equals(sign(AcmeCase.OTHER_KEY, request))
                ? AcmeCase.OTHER_KEY
                : key.get();
        return fault != Fault.NOTHING_IS_GENUINE && matches(sign(signer, request), signature.get()) ? new Verdict.Genuine()
                : Verdict.Forged.because("The signature is wrong." + (fault == Fault.TELLS_TEXT ? request.bodyText() : ""));
    }

    private boolean matches(String right, String given) {
        return switch (fault) {
            case PREFIX_IS_ENOUGH -> given.length() >= 8 && right.startsWith(given.substring(0, 8));
            case CASE_DOES_NOT_MATTER -> right.equalsIgnoreCase(given);
            default -> MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        };
    }

    private String sign(String key, WebhookRequest request) {
        String time = request.header(TIME).orElse("");
        return switch (fault) {
            case IGNORES_BODY -> hmac(key, time, new byte[0]);
            case SIGNS_WHAT_IT_DECODED -> hmac(key, time, request.bodyText().getBytes(StandardCharsets.UTF_8));
            case ONE_KEY_FOR_ALL -> hmac(LAST_KEY.get(), time, request.body());
            case ONE_MAC_FOR_ALL -> memory.hmac(key, time, request.body());
            default -> hmac(key, time, request.body());
        };
    }

    static String hmac(String key, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<WebhookEvent> read(AuthenticWebhook webhook) {
        List<WebhookEvent> events = new AcmeWebhook(fault, fault == Fault.REMEMBERS ? reads.incrementAndGet() : 0).events(webhook);
        return fault == Fault.KEEPS_FIRST_RECEIVER ? events.stream().map(memory::withFirstReceiver).toList() : events;
    }

    @Override
    public WebhookAnswer answer(WebhookRequest request, Receipt receipt) {
        if (fault == Fault.CALLS_BEFORE_ACK) {
            sender.lookUp();
        }
        return switch (receipt) {
            case STORED -> new WebhookAnswer(200, Map.of("Content-Type", "application/json"), "{}");
            case NOT_STORED -> fault == Fault.ACKS_WHAT_IS_LOST ? WebhookAnswer.NO_CONTENT : WebhookAnswer.TRY_AGAIN;
            case UNDECIDED -> WebhookAnswer.TRY_AGAIN;
            case REFUSED -> fault == Fault.REFUSES_WITH_400 ? new WebhookAnswer(400, Map.of(), "") : WebhookAnswer.FORBIDDEN;
        };
    }

    @Override
    public String toString() {
        return "Acme[" + (fault == Fault.PRINTS_SECRET ? setup.get("token") : setup.settings()) + "]".toLowerCase(Locale.ROOT);
    }
}
