package dev.parley.ports.spi;

import java.util.Optional;

/**
 * Makes providers of one kind. The only class of an adapter that discovery has to find: name it in
 * {@code META-INF/services/dev.parley.ports.spi.SmsProviderFactory}, which class path and plugin folder are searched for (a
 * {@code provides} clause alone is not seen). It needs a public constructor without parameters, must be cheap to make and hold no state.
 */
public interface SmsProviderFactory {

    /** What this provider is called, needs and can do. The same answer every time; asked before any connection exists. */
    ProviderDescription description();

    /**
     * Makes the provider for one connection.
     *
     * @param setup the settings of that connection, already checked against {@link #description()}: required ones are
     *              there, and beside them at most what core itself looks at
     * @return a provider that is safe for use by many threads; it is kept as long as the connection is unchanged
     * @throws IllegalArgumentException when a value cannot be used; its message names the setting and never the value
     */
    SmsProvider create(ProviderSetup setup);

    /**
     * Says whom an unverified webhook claims to be for, so that the right connection can be asked whether it is genuine.
     * Nothing is believed because of it.
     *
     * @param request a webhook that came to the address shared by all connections of this provider
     * @return our number and the account as the request names them; nothing when it names none
     */
    default Claim claim(WebhookRequest request) {
        return Claim.NONE;
    }

    /**
     * Whom an unverified webhook says it is for. A hint for finding candidates, never a reason to believe it. Immutable; does not
     * print the number.
     *
     * @param ourNumber the number of ours that it names: E.164 where it is a number
     * @param account the account that it names: compared with the setting marked {@link SettingKey#identifiesAccount()}
     */
    record Claim(Optional<String> ourNumber, Optional<String> account) {

        /** It names nobody. */
        public static final Claim NONE = new Claim(Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Claim[" + account.orElse("") + "]";
        }
    }
}
