package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest @CsvSource({
        "10.0.0.0/8,      10.255.255.255, true",
        "10.0.0.0/8,      11.0.0.0,       false",
        "10.0.0.0/8,      9.255.255.255,  false",
        "10.9.8.7/8,      10.1.2.3,       true",
        "172.16.0.0/12,   172.31.255.255, true",
        "172.16.0.0/12,   172.32.0.0,     false",
        "192.168.1.128/25,192.168.1.128,  true",
        "192.168.1.128/25,192.168.1.127,  false",
        "192.168.1.7,     192.168.1.7,    true",
        "192.168.1.7,     192.168.1.6,    false",
        "0.0.0.0/0,       255.255.255.255,true",
        "0.0.0.0/0,       ::1,            false",
        "::/0,            ::1,            true",
        "::/0,            127.0.0.1,      false",
        "fd00::/8,        fdff::1,        true",
        "fd00::/8,        fe00::1,        false",
        "::1/128,         ::1,            true",
        "::1,             ::2,            false"})
    void a_network_holds_the_addresses_that_share_its_leading_bits(String network, String address, boolean holds) {
        assertEquals(holds, Cidr.parse(network).orElseThrow().contains(IpLiteral.parse(address).orElseThrow()));
    }

    @ParameterizedTest @ValueSource(
            strings = {"", " ", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "10/8", "010.0.0.0/8",
                "10.0.0.0/08x", "256.0.0.0/8", "::1/129", "::ffff:10.0.0.0/104", "fd00::1::/8", "fe80::1%lo/64", "[::1]/128", "localhost",
                "10.0.0.0-10.0.0.9", "10.0.0.0/255.0.0.0", "10.0.0.0/9999"})
    void what_is_no_network_is_not_read(String text) {
        assertEquals(Optional.empty(), Cidr.parse(text));
    }

    @Test
    void blanks_around_a_network_do_not_matter() {
        assertEquals("10.0.0.0/8", Cidr.parse(" 10.0.0.0/8 ").orElseThrow().toString());
    }

    @Test
    void a_network_cannot_have_more_bits_than_its_addresses() {
        assertThrows(IllegalArgumentException.class, () -> new Cidr(InetAddress.ofLiteral("10.0.0.0"), 33));
        assertThrows(IllegalArgumentException.class, () -> new Cidr(InetAddress.ofLiteral("10.0.0.0"), -1));
    }
}
