package dev.parley.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    /** First and last address of what must be closed; the addresses next to it must be open, unless they are closed for another reason. */
    @ParameterizedTest @CsvSource({
        "0.0.0.0,       0.255.255.255,   -,               1.0.0.0",
        "10.0.0.0,      10.255.255.255,  9.255.255.255,   11.0.0.0",
        "100.64.0.0,    100.127.255.255, 100.63.255.255,  100.128.0.0",
        "127.0.0.0,     127.255.255.255, 126.255.255.255, 128.0.0.0",
        "168.63.129.16, 168.63.129.16,   168.63.129.15,   168.63.129.17",
        "169.254.0.0,   169.254.255.255, 169.253.255.255, 169.255.0.0",
        "172.16.0.0,    172.31.255.255,  172.15.255.255,  172.32.0.0",
        "192.0.0.0,     192.0.0.255,     191.255.255.255, 192.0.1.0",
        "192.0.2.0,     192.0.2.255,     192.0.1.255,     192.0.3.0",
        "192.88.99.0,   192.88.99.255,   192.88.98.255,   192.88.100.0",
        "192.168.0.0,   192.168.255.255, 192.167.255.255, 192.169.0.0",
        "198.18.0.0,    198.19.255.255,  198.17.255.255,  198.20.0.0",
        "198.51.100.0,  198.51.100.255,  198.51.99.255,   198.51.101.0",
        "203.0.113.0,   203.0.113.255,   203.0.112.255,   203.0.114.0",
        "224.0.0.0,     255.255.255.255, 223.255.255.255, -",
        "::,            1fff::ffff,      -,               2000::",
        "2001::,        2001:1ff::ffff,  2000:ffff::1,    2001:200::",
        "2001:db8::,    2001:db8:ffff::, 2001:db7:ffff::, 2001:db9::",
        "2002::,        2002:ffff::,     2001:ffff::,     2003::",
        "3fff::,        3fff:fff:ffff::, 3ffe:ffff::,     3fff:1000::",
        "4000::,        ffff:ffff::ffff, -,               -"})
    void what_is_not_public_is_closed_to_its_last_address_and_no_further(String first, String last, String before, String after) {
        assertFalse(Webhooks.PUBLIC_ONLY.permits(address(first)), first);
        assertFalse(Webhooks.PUBLIC_ONLY.permits(address(last)), last);
        List.of(before, after)
                .stream()
                .filter(written -> !written.equals("-"))
                .forEach(open -> assertTrue(Webhooks.PUBLIC_ONLY.permits(address(open)), open));
    }

    @ParameterizedTest @ValueSource(
            strings = {"::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "5f00::1",
                "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2001:2::1", "2001:10::1", "192.0.0.192", "100.100.100.200",
                "169.254.169.254"})
    void nothing_that_the_jdk_overlooks_is_open(String address) {
        assertFalse(Webhooks.PUBLIC_ONLY.permits(address(address)));
    }

    @Test
    void a_public_address_is_open_with_tls_only() {
        assertTrue(Webhooks.PUBLIC_ONLY.permits(address("93.184.216.34")));
        assertFalse(Webhooks.PUBLIC_ONLY.permitsPlain(address("93.184.216.34")));
    }

    @Test
    void an_allowed_network_is_open_with_and_without_tls_and_its_neighbours_are_not() {
        var policy = new AddressPolicy(Webhooks.networks("10.1.0.0/16", "fd00:1::/32"));
        for (String open : List.of("10.1.2.3", "::ffff:10.1.2.3", "fd00:1::5")) {
            assertTrue(policy.permits(address(open)), open);
            assertTrue(policy.permitsPlain(address(open)), open);
        }
        for (String closed : List.of("10.2.2.3", "fd00:2::5", "127.0.0.1")) {
            assertFalse(policy.permits(address(closed)), closed);
            assertFalse(policy.permitsPlain(address(closed)), closed);
        }
    }

    @ParameterizedTest @CsvSource({"64:ff9b::5db8:d822, true", "64:ff9b::a00:1, false", "64:ff9b::7f00:1, false"})
    void who_allows_a_nat64_prefix_has_not_allowed_the_private_addresses_behind_it(String address, boolean open) {
        var policy = new AddressPolicy(Webhooks.networks("64:ff9b::/96"));
        assertEquals(open, policy.permits(address(address)));
    }

    @ParameterizedTest @CsvSource({"2002:5db8:d822::1, true", "2002:a00:1::1, false", "2002:c0a8:101::1, false"})
    void nor_those_behind_6to4(String address, boolean open) {
        var policy = new AddressPolicy(Webhooks.networks("2002::/16"));
        assertEquals(open, policy.permits(address(address)));
    }

    private static InetAddress address(String written) {
        return IpLiteral.parse(written).orElseThrow();
    }
}
