package dev.parley.vonage;

import com.vonage.client.HttpConfig;
import com.vonage.client.HttpWrapper;
import com.vonage.client.auth.ApiKeyHeaderAuthMethod;
import com.vonage.client.auth.AuthCollection;
import com.vonage.client.auth.AuthMethod;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.SendOutcome;
import java.net.URI;

/** One of Vonage's APIs, asked with the types of Vonage's library but over our own transport. Thread-safe. */
sealed interface Api permits SmsApi, MessagesApi {

    /**
     * Hands a text over with one request.
     *
     * @param from our number, as Vonage writes it
     * @throws NoMessage when there is no answer that names a message
     */
    SendOutcome send(OutboundText text, String from);

    /**
     * The library's client. Never with the signature secret: that is for what Vonage sends us, and would make the library sign what we send,
     * with MD5, instead of logging in.
     *
     * @param base where the API is
     */
    static HttpWrapper client(URI base, AuthMethod login, OneShotTransport transport) {
        return new HttpWrapper(HttpConfig.builder().baseUri(base).build(), new AuthCollection(login), transport);
    }

    /** Key and secret of an account. */
    static AuthMethod login(VonageAccount account) {
        return new ApiKeyHeaderAuthMethod(account.apiKey(), account.apiSecret().reveal());
    }

    /** Whether Vonage can call an address: one whose host has a dot in it and is not this machine's own. */
    static boolean isReachable(URI url) {
        String host = String.valueOf(url.getHost());
        return host.contains(".") && !host.startsWith("127.") && !host.endsWith(".localhost");
    }
}
