package dev.parley.vonage;

import java.util.Locale;

/** By which of <a href="https://developer.vonage.com/en/messages/guides/sms-migration-to-messages">Vonage's two APIs</a> texts are sent. */
enum ApiChoice {
    /** The <a href="https://developer.vonage.com/en/api/sms">SMS API</a>. */
    SMS(3200),
    /** The <a href="https://developer.vonage.com/en/api/messages">Messages API</a>. */
    MESSAGES(1000);

    private final int longestText;

    ApiChoice(int longestText) {
        this.longestText = longestText;
    }

    /** How the setting names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many UTF-16 units it takes at once. */
    int longestText() {
        return longestText;
    }
}
