package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderDescription.Capability;
import dev.parley.ports.spi.SettingKey;

/** Providers as JSON. */
final class ProviderJson {

    private ProviderJson() {}

    static JsonObject write(ProviderDescription provider) {
        return new JsonObject().put("name", provider.name())
                .put("title", provider.title())
                .put("settings", provider.settings().stream().map(ProviderJson::write).toList())
                .put("capabilities", capabilities(provider));
    }

    private static JsonObject write(SettingKey setting) {
        return new JsonObject().put("name", setting.name())
                .put("place", Formats.word(setting.place()))
                .put("secret", setting.secret())
                .put("required", setting.required())
                .put("generated", setting.generated())
                .put("choices", setting.choices())
                .put("help", setting.help());
    }

    private static JsonObject capabilities(ProviderDescription provider) {
        return new JsonObject().put("handlesKeywords", provider.can(Capability.HANDLES_KEYWORDS))
                .put("joinsParts", provider.can(Capability.JOINS_PARTS))
                .put("signsWebhooks", provider.can(Capability.SIGNS_WEBHOOKS))
                .put("reportsDelivery", provider.can(Capability.REPORTS_DELIVERY))
                .put("listens", provider.can(Capability.LISTENS))
                .put("looksUpSends", provider.can(Capability.LOOKS_UP_SENDS))
                .put("listsInbound", provider.can(Capability.LISTS_INBOUND))
                .put("longestText", provider.longestText())
                .put("answerWithinMillis", provider.answerWithin().toMillis());
    }
}
