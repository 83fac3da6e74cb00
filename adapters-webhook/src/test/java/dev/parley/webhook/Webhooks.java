package dev.parley.webhook;

import dev.parley.ports.notify.PostOutcome;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** The adapter as tests make it, with little patience. */
final class Webhooks {

    static final AddressPolicy PUBLIC_ONLY = new AddressPolicy(List.of());
    static final AddressPolicy LOOPBACK_TOO = new AddressPolicy(networks("127.0.0.0/8", "::1/128"));
    static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(500);
    static final Names NOBODY = name -> List.of();

    private Webhooks() {}

    static HttpCustomerWebhooks callingLoopback() {
        return calling(LOOPBACK_TOO, NOBODY, LONG_ENOUGH);
    }

    static HttpCustomerWebhooks hurried() {
        return calling(LOOPBACK_TOO, NOBODY, SHORT);
    }

    static HttpCustomerWebhooks calling(AddressPolicy policy, Names names, Duration limit) {
        return calling(new Fence(policy, names), limit, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static HttpCustomerWebhooks calling(Fence fence, Duration limit, SSLSocketFactory certificates) {
        return new HttpCustomerWebhooks(new Messenger(fence, new Wire(() -> certificates, limit), new TimeLimit(limit)), "1.2.3");
    }

    static PostOutcome post(HttpCustomerWebhooks webhooks, String url) {
        return webhooks.post(Samples.delivery(url, "{}"), List.of(Samples.SECRET), Samples.NOW);
    }

    static String url(RawServer server) {
        return "http://127.0.0.1:" + server.port() + "/hook";
    }

    static List<InetAddress> addresses(String...written) {
        return Arrays.stream(written).map(address -> IpLiteral.parse(address).orElseThrow()).toList();
    }

    static List<Cidr> networks(String...written) {
        return Arrays.stream(written).map(network -> Cidr.parse(network).orElseThrow()).toList();
    }

    static PostOutcome.Failed failed(String words) {
        return new PostOutcome.Failed(words);
    }
}
