package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.SendOutcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads what Vonage has on record about an account, with key and secret. Thread-safe. */
final class AccountRecords {

    private final VonageAccount account;
    private final Hosts hosts;
    private final Wire wire;

    AccountRecords(VonageAccount account, Hosts hosts, Wire wire) {
        this.account = account;
        this.hosts = hosts;
        this.wire = wire;
    }

    Looked balance() {
        return look(HttpRequest.newBuilder(URI.create(hosts.rest() + "/account/get-balance")));
    }

    /** The number that is spelled so, not one that begins so. */
    Looked number(PhoneNumber number) {
        String msisdn = VonageNumber.write(number);
        Looked found = look(HttpRequest.newBuilder(URI.create(hosts.rest() + "/account/numbers?search_pattern=0&pattern=" + msisdn)));
        return found instanceof Looked.Found(JsonNode list) ? list.path("numbers")
                .valueStream()
                .filter(n -> n.path("msisdn").asText().equals(msisdn))
                .<Looked>map(Looked.Found::new)
                .findFirst()
                .orElseGet(Looked.Missing::new) : found;
    }

    /** Settings are read by changing none of them: there is no other way. */
    Looked settings() {
        return look(HttpRequest.newBuilder(URI.create(hosts.rest() + "/account/settings"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));
    }

    Looked application(String id) {
        return look(HttpRequest.newBuilder(URI.create(hosts.api() + "/v2/applications/" + id)));
    }

    private Looked look(HttpRequest.Builder request) {
        String login = account.apiKey() + ":" + account.apiSecret().reveal();
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        HttpRequest ready = request.header("Authorization", basic).header("Accept", "application/json").build();
        try {
            return judge(wire.exchange(ready, new TracedBody(BodyPublishers.noBody())));
        } catch (NoMessage none) {
            return new Looked.Failed(none.outcome() instanceof SendOutcome.Unavailable(var why) ? why : "no whole answer came in time");
        }
    }

    private static Looked judge(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> new Looked.Refused();
            case 404 -> new Looked.Missing();
            default -> answer.isSuccess() ? Json.object(answer.body())
                    .<Looked>map(Looked.Found::new)
                    .orElseGet(() -> new Looked.Failed("its answer is not to be read")) : new Looked.Failed("HTTP " + answer.status());
        };
    }
}
