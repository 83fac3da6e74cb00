package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.spi.Capabilities;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.SettingKey;

/** Providers as JSON. */
final class ProviderJson {

    private ProviderJson() {}

    static JsonObject write(ProviderDescription provider) {
        return new JsonObject().put("name", provider.name())
                .put("title", provider.title())
                .put("settings", provider.settings().stream().map(ProviderJson::write).toList())
                .put("capabilities", write(provider.capabilities()));
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

    private static JsonObject write(Capabilities capabilities) {
        return new JsonObject().put("handlesKeywords", capabilities.handlesKeywords())
                .put("joinsParts", capabilities.joinsParts())
                .put("signsWebhooks", capabilities.signsWebhooks())
                .put("reportsDelivery", capabilities.reportsDelivery())
                .put("longestText", capabilities.longestText())
                .put("answerWithinMillis", capabilities.answerWithin().toMillis());
    }
}
