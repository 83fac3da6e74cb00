package dev.parley.walkthrough;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A mistake that authors of adapters make, as a change of what the guide says. */
enum Fault {

    REGISTRATION_DELETED(
            "D1",
            "META-INF/services",
            "src/main/resources/META-INF/services/dev.parley.ports.spi.SmsProviderFactory",
            "com.example.sinch.SinchProviderFactory",
            ""),
    FROM_AND_TO_SWAPPED(
            "R2",
            "read(…): from and to, perhaps swapped",
            java("SinchCallback"),
            "e164(told.path(\"from\")), e164(told.path(\"to\"))",
            "e164(told.path(\"to\")), e164(told.path(\"from\"))"),
    THROTTLE_SWALLOWED("O7", "send(…): HTTP 429 and its Retry-After", java("SinchSender"), "status.equals(\"429\")", "status.isEmpty()"),
    UNSIGNED_ACCEPTED(
            "A5",
            "check(…): a header that is not there is Forged",
            java("SinchProvider"),
            "return MessageDigest.isEqual(",
            "return theirs.length == 0 || MessageDigest.isEqual("),
    TOKEN_LOGGED(
            "U2",
            "every log, print and logger",
            java("SinchSender"),
            "return HttpRequest.newBuilder",
            "System.getLogger(\"sinch\").log(System.Logger.Level.DEBUG, token); return HttpRequest.newBuilder"),
    SENT_TWICE(
            "O1",
            "send(…): the retries",
            java("SinchSender"),
            "Future<HttpResponse<String>> answer",
            "http.sendAsync(request(text), HttpResponse.BodyHandlers.discarding()); Future<HttpResponse<String>> answer");

    private final String rule;
    private final String place;
    private final String file;
    private final String right;
    private final String wrong;

    Fault(String rule, String place, String file, String right, String wrong) {
        this.rule = rule;
        this.place = place;
        this.file = file;
        this.right = right;
        this.wrong = wrong;
    }

    private static String java(String type) {
        return "src/main/java/com/example/sinch/" + type + ".java";
    }

    void putInto(Path project) throws IOException {
        String text = Files.readString(project.resolve(file));
        String broken = text.replace(right, wrong);
        assertNotEquals(text, broken, () -> file + " does not have " + right + " any more");
        Files.writeString(project.resolve(file), broken);
    }

    /** Whether that is what a broken rule says which names it. */
    boolean isNamedBy(String words) {
        return words.startsWith(rule + " ") && words.contains("look at: ") && words.substring(words.indexOf("look at: ")).contains(place);
    }
}
