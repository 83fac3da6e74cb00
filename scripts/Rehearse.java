import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Does once what a server does all day, so that the ahead-of-time cache knows it: a conversation with a simulated phone, texts from
 * Twilio, and reading. ../parley runs it in the training run, where nobody else is called:
 *
 * <pre>java Rehearse.java URL KEY</pre>
 */
final class Rehearse {

    private static final Pattern ID = Pattern.compile("\"data\":\\{\"id\":\"([^\"]+)\"");
    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String TOKEN = "0".repeat(32);
    private static final String WEBHOOK = "/webhooks/twilio/inbound";
    private static final List<String> PAGES =
            List.of("/", "/console", "/openapi", "/observe/health", "/observe/metrics", "/v1/conversations", "/v1/not-there");
    private static final int ROUNDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;
    private final String key;

    private Rehearse(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        new Rehearse(URI.create(arguments[0]), arguments[1]).run();
    }

    private void run() throws IOException, InterruptedException, GeneralSecurityException {
        String agent = open();
        for (int round = 0; round < ROUNDS; round++) {
            post("/v1/simulator/texts", "{'from':'+12025550123','to':'+15005550006','body':'When do you open? %d'}".formatted(round));
            post("/v1/messages", "{'to':'+12025550123','agentId':'%s','body':'Your cake is ready. %d'}".formatted(agent, round));
            webhook("SM%032d".formatted(round));
            get("/v1/messages?limit=10");
            get("/v1/agents/" + agent);
        }
        for (String page : PAGES) {
            get(page);
        }
    }

    private String open() throws IOException, InterruptedException {
        String simulator = post("/v1/messaging-connections", "{'provider':'simulator','name':'Try'}");
        String twilio = post("/v1/messaging-connections", """
                {'provider':'twilio','name':'Real','credentials':{'accountSid':'%s','authToken':'%s'}}""".formatted(ACCOUNT, TOKEN));
        String agent = post("/v1/agents", """
                {'name':'Bakery','messagingConfig':{'inboundMode':'auto_reply','replyDelaySeconds':0,'maxRepliesPerHour':1000,
                 'smsPrompt':'You are the assistant of a bakery. We are open from 7 to 18.'}}""");
        for (String number : List.of("'+15005550006','messagingConnectionId':'" + simulator, "'+15005550007','messagingConnectionId':'" + twilio)) {
            post("/v1/phone-numbers", "{'e164':%s','agentId':'%s'}".formatted(number, agent));
        }
        return agent;
    }

    /** Answers the id of what was made, if something was. */
    private String post(String path, String json) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(json.replace('\'', '"'));
        Matcher id = ID.matcher(send(request(path).header("Content-Type", "application/json").POST(body)));
        return id.find() ? id.group(1) : "";
    }

    private void get(String path) throws IOException, InterruptedException {
        send(request(path));
    }

    private void webhook(String sid) throws IOException, InterruptedException, GeneralSecurityException {
        var fields = new TreeMap<String, String>();
        fields.put("MessageSid", sid);
        fields.put("AccountSid", ACCOUNT);
        fields.put("From", "+12025550124");
        fields.put("To", "+15005550007");
        fields.put("Body", "When do you open?");
        String form = fields.entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(request(WEBHOOK).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(fields))
                .POST(BodyPublishers.ofString(form)));
    }

    private String signature(SortedMap<String, String> fields) throws GeneralSecurityException {
        var signed = new StringBuilder("http://localhost:" + server.getPort() + WEBHOOK);
        fields.forEach((name, value) -> signed.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(20)).header("x-api-key", key);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }
}
