package dev.parley.vonage;

import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.DELIVERED;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.FAILED;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.SENT;
import static dev.parley.ports.spi.WebhookEvent.DeliveryReport.Status.UNDELIVERED;

import dev.parley.ports.spi.Parameter;
import dev.parley.testkit.provider.Account;
import dev.parley.testkit.provider.ProviderCase;
import dev.parley.testkit.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Vonage posts: the same by both APIs, whichever texts are sent by. */
final class VonageCase {

    private static final String HMAC = "HmacSHA256";

    private VonageCase() {}

    static ProviderCase sendingBy(String api) {
        return ProviderCase.of(new VonageProviderFactory())
                .account(account("abcd1234", "Kj3v9QxL2mWz8RtY", "Tz5bN8cXq1Lw7PdR", api))
                .otherAccount(account("wxyz9876", "Hg6f4DsA0pOi9UyT", "Mn2bV4cX6zLk8JhG", api))
                .signed(VonageCase::sign);
    }

    private static Map<String, String> account(String key, String secret, String signatureSecret, String api) {
        return Map.of("apiKey", key, "apiSecret", secret, "signatureSecret", signatureSecret, "api", api);
    }

    /** The SMS API adds parameters, the Messages API a header. */
    private static Webhook sign(Webhook webhook, Account account, Instant now) throws GeneralSecurityException {
        byte[] key = utf8(account.get("signatureSecret"));
        return webhook.parameter("message_uuid").isPresent()
                ? webhook.withHeader("Authorization", "Bearer " + token(webhook, account.get("apiKey"), key, now))
                : withSig(webhook.withParameter("timestamp", String.valueOf(now.getEpochSecond())).withParameter("nonce", "4711"), key);
    }

    private static Webhook withSig(Webhook webhook, byte[] key) throws GeneralSecurityException {
        String signed = webhook.parameters()
                .stream()
                .sorted(Comparator.comparing(Parameter::name))
                .map(p -> "&" + p.name().replaceAll("[&=]", "_") + "=" + p.value().replaceAll("[&=]", "_"))
                .collect(Collectors.joining());
        return webhook.withParameter("sig", HexFormat.of().formatHex(hmac(key, signed)));
    }

    private static String token(Webhook webhook, String apiKey, byte[] key, Instant now) throws GeneralSecurityException {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(webhook.bytes()));
        String claims = "{\"iat\":" + now.getEpochSecond() + ",\"jti\":\"4711\",\"iss\":\"Vonage\",\"payload_hash\":\"" + hash
                + "\",\"api_key\":\"" + apiKey + "\"}";
        String signed = base64(utf8("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")) + "." + base64(utf8(claims));
        return signed + "." + base64(hmac(key, signed));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(utf8(text));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All shapes of a text and its parts. */
    static ProviderCase inbound(ProviderCase vonage) {
        String pairs = "msisdn=${from.digits}&to=${to.digits}&messageId=${id}&text=${body}&type=unicode&keyword=X&api-key=${account.apiKey}"
                + "&message-timestamp=2020-01-01+12%3A00%3A00";
        String part = "&concat=true&concat-ref=${part.ref}&concat-part=${part.index}&concat-total=${part.total}";
        String members = "\"msisdn\":\"${from.digits}\",\"to\":\"${to.digits}\",\"messageId\":\"${id}\",\"text\":\"${body}\","
                + "\"type\":\"unicode\",\"keyword\":\"X\",\"api-key\":\"${account.apiKey}\"";
        String form = "POST\nContent-Type: application/x-www-form-urlencoded\n\n";
        String json = "POST\nContent-Type: application/json\n\n";
        return vonage.inbound("GET ?" + pairs)
                .inbound(form + pairs)
                .inbound(json + "{" + members + "}")
                .inbound(json + message("\"message_type\":\"text\",\"text\":\"${body}\""))
                .media(json + message("\"message_type\":\"image\",\"image\":{\"url\":\"${media.url}\",\"caption\":\"${body}\"}"))
                .part("GET ?" + pairs + part)
                .part(form + pairs + part)
                .part(json + "{" + members + ",\"concat\":\"true\",\"concat-ref\":\"${part.ref}\",\"concat-part\":\"${part.index}\","
                        + "\"concat-total\":\"${part.total}\"}");
    }

    private static String message(String content) {
        return "{\"message_uuid\":\"${id}\",\"to\":\"${to.digits}\",\"from\":\"${from.digits}\",\"timestamp\":\"${now}\",\"channel\":\"sms\","
                + content + ",\"sms\":{\"num_messages\":\"1\"}}";
    }

    /** Receipts of the SMS API, in all shapes. */
    static ProviderCase receipts(ProviderCase vonage) {
        String pairs = "msisdn=${to.digits}&to=${from.digits}&network-code=12345&messageId=${id}&price=0.0333&status=${status}"
                + "&scts=2001011400&err-code=${code}&api-key=${account.apiKey}&client-ref=${message}";
        return vonage.report("GET ?" + pairs)
                .report("POST\nContent-Type: application/x-www-form-urlencoded\n\n" + pairs)
                .report("""
                        POST
                        Content-Type: application/json

                        {"msisdn":"${to.digits}","to":"${from.digits}","messageId":"${id}","status":"${status}","err-code":"${code}",
                         "scts":"2001011400","api-key":"${account.apiKey}","client-ref":"${message}"}""")
                .status("accepted", SENT)
                .status("buffered", SENT)
                .status("delivered", DELIVERED)
                .status("expired", UNDELIVERED)
                .status("failed", FAILED)
                .status("rejected", FAILED);
    }

    /** Statuses of the Messages API. */
    static ProviderCase statuses(ProviderCase vonage) {
        return vonage.report("""
                POST
                Content-Type: application/json

                {"message_uuid":"${id}","to":"${to.digits}","from":"${from.digits}","timestamp":"${now}","status":"${status}",
                 "channel":"sms","client_ref":"${message}","destination":{"network_code":"12345"},"sms":{"count_total":"1"}}""")
                .failure("""
                POST
                Content-Type: application/json

                {"message_uuid":"${id}","to":"${to.digits}","from":"${from.digits}","timestamp":"${now}","status":"${status}",
                 "channel":"sms","client_ref":"${message}","error":{"type":"https://developer.vonage.com/api-errors/messages#${code}",
                 "title":"${code}","detail":"It failed."}}""")
                .status("submitted", SENT)
                .status("delivered", DELIVERED)
                .status("read", DELIVERED)
                .status("undeliverable", UNDELIVERED)
                .status("rejected", FAILED);
    }
}
