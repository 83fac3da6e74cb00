package dev.parley.rogue;

record Partner(dev.parley.twilio.TwilioProviderFactory other) {}
