/** The contract of an SMS provider's adapter: extend {@link dev.parley.testkit.provider.SmsProviderContract}. */
@NullMarked
package dev.parley.testkit.provider;

import org.jspecify.annotations.NullMarked;
