/** A provider without a carrier, to try and test with. */
module dev.parley.simulator {
    requires transitive dev.parley.ports;

    requires com.fasterxml.jackson.databind;
    requires java.net.http;

    exports dev.parley.simulator;

    provides dev.parley.ports.spi.SmsProviderFactory with dev.parley.simulator.SimulatorProviderFactory;
}
