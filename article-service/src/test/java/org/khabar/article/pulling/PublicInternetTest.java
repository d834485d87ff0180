package org.khabar.article.pulling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2a00:1450:4007:80a::200e",
                "2606:4700:4700::1111",
                "2001:200::1",
                "2003::1",
                "2400:cb00::1"
            })
    void addressesOfThePublicInternet(String address) {
        assertThat(PublicInternet.has(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "4000::1",
                "2620:4f:8000::1"
            })
    void addressesOfOtherNetworks(String address) {
        assertThat(PublicInternet.has(InetAddress.ofLiteral(address))).isFalse();
    }

    /** An IPv4 address is refused in every IPv6 address that carries it: all of those are special. */
    @Property
    void addressesWithinAddresses(@ForAll @Size(4) byte[] ipv4) throws UnknownHostException {
        for (String prefix : new String[] {"::", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::"}) {
            byte[] carrying = InetAddress.ofLiteral(prefix).getAddress();
            System.arraycopy(ipv4, 0, carrying, 12, 4);
            assertThat(PublicInternet.has(InetAddress.getByAddress(carrying))).isFalse();
        }
        byte[] mapped = new byte[16];
        Arrays.fill(mapped, 10, 12, (byte) 0xff);
        System.arraycopy(ipv4, 0, mapped, 12, 4);
        assertThat(PublicInternet.has(InetAddress.getByAddress(mapped)))
                .isEqualTo(PublicInternet.has(InetAddress.getByAddress(ipv4)));
        byte[] sixToFour = InetAddress.ofLiteral("2002::").getAddress();
        System.arraycopy(ipv4, 0, sixToFour, 2, 4);
        assertThat(PublicInternet.has(InetAddress.getByAddress(sixToFour))).isFalse();
    }

    /** The JDK knows most special addresses, too; none that it knows is public here. */
    @Property
    void nothingThatTheJdkCallsSpecial(@ForAll @Size(4) byte[] ipv4, @ForAll @IntRange(min = 0, max = 255) int first)
            throws UnknownHostException {
        byte[] bytes = ipv4.clone();
        bytes[0] = (byte) first;
        InetAddress address = InetAddress.getByAddress(bytes);
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        assertThat(special && PublicInternet.has(address)).isFalse();
    }
}
