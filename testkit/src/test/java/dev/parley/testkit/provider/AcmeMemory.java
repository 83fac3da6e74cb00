package dev.parley.testkit.provider;

import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What a connection to Acme keeps from one call for the next, each of it a mistake. */
final class AcmeMemory {

    private final Set<String> genuine = ConcurrentHashMap.newKeySet();
    private final AtomicReference<String> receiver = new AtomicReference<>("");
    private final AtomicReference<String> hashed = new AtomicReference<>("");

    Verdict verdict(Fault fault, WebhookRequest request, Supplier<Verdict> judge) {
        Optional<String> signature = request.header(Acme.SIGNATURE);
        boolean known = switch (fault) {
            case KEEPS_VERDICTS -> signature.filter(genuine::contains).isPresent() && request.header(Acme.TIME).isPresent();
            case KEEPS_BODIES -> signature.isEmpty() && genuine.contains(request.bodyText());
            default -> false;
        };
        Verdict verdict = known ? new Verdict.Genuine() : judge.get();
        if (verdict instanceof Verdict.Genuine) {
            genuine.add(fault == Fault.KEEPS_VERDICTS ? signature.orElse("") : request.bodyText());
        }
        return verdict;
    }

    /** What is hashed waits where another thread hashes, too. */
    String hmac(String key, String time, byte[] body) {
        hashed.set(Base64.getEncoder().encodeToString(body));
        LockSupport.parkNanos(1);
        return Acme.hmac(key, time, Base64.getDecoder().decode(hashed.get().getBytes(StandardCharsets.US_ASCII)));
    }

    WebhookEvent withFirstReceiver(WebhookEvent event) {
        if (event instanceof InboundText text) {
            receiver.compareAndSet("", text.to());
            return new InboundText(
                    text.providerMessageId(),
                    text.from(),
                    receiver.get(),
                    text.body(),
                    text.media(),
                    text.handledKeyword(),
                    text.part());
        }
        return event;
    }
}
