package dev.parley.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a check asks of Twilio, and where. All of it is read and nothing changed. */
enum Question {
    /** <a href="https://www.twilio.com/docs/usage/api/account">Whose account it is, and whether it is active</a>; no API key may ask. */
    ACCOUNT(Host.API, "/2010-04-01/Accounts/%s.json"),

    /** <a href="https://www.twilio.com/docs/messaging/api/message-resource">The log of texts</a>, which a standard API key may read. */
    LOG(Host.API, "/2010-04-01/Accounts/%s/Messages.json?PageSize=1"),

    /** <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">A number, and whom it calls</a>. */
    NUMBER(Host.API, "/2010-04-01/Accounts/%s/IncomingPhoneNumbers.json?PhoneNumber=%s"),

    /** <a href="https://www.twilio.com/docs/messaging/api/service-resource">A Messaging Service, and whom it calls</a>. */
    SERVICE(Host.MESSAGING, "/v1/Services/%s"),

    /** <a href="https://www.twilio.com/docs/messaging/api/phonenumber-resource">Whether a number is in a Messaging Service</a>. */
    POOL(Host.MESSAGING, "/v1/Services/%s/PhoneNumbers/%s");

    /** Which of Twilio's servers. */
    private enum Host {
        API, MESSAGING
    }

    private final Host host;
    private final String path;

    Question(Host host, String path) {
        this.host = host;
        this.path = path;
    }

    /**
     * The address to ask.
     *
     * @param api where Twilio's own API is; the other servers are called alike, unless it is no server of Twilio's: then all of
     *            them are there
     * @param names what is asked about
     */
    String url(String api, String...names) {
        Object[] encoded = Arrays.stream(names).map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8)).toArray();
        return (host == Host.API ? api : messaging(api)) + path.formatted(encoded);
    }

    private static String messaging(String api) {
        return api.replaceFirst("^(https?://)api\\.((?:[a-z0-9-]+\\.)*twilio\\.com)$", "$1messaging.$2");
    }
}
