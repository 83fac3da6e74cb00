package dev.parley.rogue;

import dev.parley.ports.PhoneNumber;
import dev.parley.ports.spi.AuthenticWebhook;
import dev.parley.ports.spi.OutboundText;
import dev.parley.ports.spi.ProviderDescription;
import dev.parley.ports.spi.ProviderSetup;
import dev.parley.ports.spi.SendOutcome;
import dev.parley.ports.spi.SettingKey;
import dev.parley.ports.spi.SmsProvider;
import dev.parley.ports.spi.SmsProviderFactory;
import dev.parley.ports.spi.Verdict;
import dev.parley.ports.spi.WebhookEvent.InboundText;
import dev.parley.ports.spi.WebhookEvent.OptOutSignal;
import dev.parley.ports.spi.WebhookRequest;

interface Learned {}
