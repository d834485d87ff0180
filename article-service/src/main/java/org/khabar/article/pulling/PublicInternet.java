package org.khabar.article.pulling;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from all others: this machine, private and shared networks, documentation, multicast,
 * and those that carry an IPv4 address within, whose way out nobody here knows.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IANA's special IPv4 addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IANA's special IPv6 addresses</a>
 */
final class PublicInternet {

    private static final List<AddressRange> IPV4_SPECIAL = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that is not in here is no global unicast: loopback, mapped and compatible IPv4, NAT64, local, multicast. */
    private static final AddressRange IPV6_UNICAST = AddressRange.of("2000::/3");

    private static final List<AddressRange> IPV6_SPECIAL =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicInternet() {}

    /** Whether a feed may be read from this address. */
    static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? isOutside(IPV4_SPECIAL, bytes)
                : IPV6_UNICAST.has(bytes) && isOutside(IPV6_SPECIAL, bytes);
    }

    private static boolean isOutside(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().noneMatch(range -> range.has(address));
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRange::of).toList();
    }
}
