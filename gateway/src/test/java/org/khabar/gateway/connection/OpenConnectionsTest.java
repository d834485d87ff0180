package org.khabar.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenConnectionsTest {
    private static final ProxySettings NO_PROXY = new ProxySettings(false, List.of("192.0.2.9"));

    private static SocketAddress from(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
    }

    private static OpenConnections bounded(int most, int mostFromOne, String... exempt) {
        return new OpenConnections(
                most, mostFromOne, ExemptAddresses.of(List.of(exempt)).with(NO_PROXY));
    }

    private static boolean isFull(OpenConnections open, String address) {
        Runnable leave = open.tryEnter(from(address));
        if (leave != null) {
            leave.run();
        }
        return leave == null;
    }

    @Test
    void oneAddressHasSoManyAndOthersAsManyAgain() {
        OpenConnections open = bounded(100, 2);
        List<Runnable> leaving = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            leaving.add(Objects.requireNonNull(open.tryEnter(from("192.0.2.1"))));
        }

        assertThat(isFull(open, "192.0.2.1")).isTrue();
        assertThat(isFull(open, "192.0.2.2")).isFalse();
        assertThat(open.size()).isEqualTo(2);
        assertThat(open.refusedOfOneAddress()).isOne();
        assertThat(open.refused()).isZero();

        leaving.getFirst().run();
        assertThat(isFull(open, "192.0.2.1")).isFalse();
        leaving.getLast().run();
        assertThat(open.size()).isZero();
        assertThat(open.addresses()).isZero();
    }

    @Test
    void theBoundOfAllGoesForEveryAddressAndTakesNothingFromTheirs() {
        OpenConnections open = bounded(1, 5, "192.0.2.7");
        Runnable leave = Objects.requireNonNull(open.tryEnter(from("192.0.2.1")));

        assertThat(isFull(open, "192.0.2.2")).isTrue();
        assertThat(isFull(open, "192.0.2.7")).isTrue();
        assertThat(open.refused()).isEqualTo(2);
        assertThat(open.addresses()).isOne();
        leave.run();
        assertThat(isFull(open, "192.0.2.2")).isFalse();
    }

    @Test
    void anIpv6SubscriberIsOneAddressWhateverItsLastBitsAre() {
        OpenConnections open = bounded(100, 1);
        assertThat(open.tryEnter(from("2001:db8:1:2::1"))).isNotNull();

        assertThat(isFull(open, "2001:db8:1:2:ffff::2")).isTrue();
        assertThat(isFull(open, "2001:db8:1:3::1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "10.1.2.3", "10.1.2.3/32", " 0.0.0.0/0 "})
    void exemptAddressesHaveAnyNumber(String exempt) {
        OpenConnections open = bounded(100, 1, exempt, "2001:db8::/32");
        for (int i = 0; i < 5; i++) {
            assertThat(open.tryEnter(from("10.1.2.3"))).isNotNull();
            assertThat(open.tryEnter(from("2001:db8:1:2::1"))).isNotNull();
        }
        assertThat(open.addresses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0.0", "::1/129", "10.0.0.0/-1", ""})
    void whatIsNoAddressIsSaidAtTheStart(String exempt) {
        assertThatThrownBy(() -> ExemptAddresses.of(List.of(exempt)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("khabar.gateway.connections.exempt")
                .hasMessageContaining("not " + exempt);
    }

    @Test
    void zeroIsNoBound() {
        OpenConnections open = bounded(100, 0);
        for (int i = 0; i < 50; i++) {
            assertThat(open.tryEnter(from("192.0.2.1"))).isNotNull();
        }
    }

    @Test
    void whoseAddressIsNotKnownCountsAmongAllAlone() {
        OpenConnections open = bounded(2, 1);
        assertThat(open.tryEnter(null)).isNotNull();
        assertThat(open.tryEnter(null)).isNotNull();
        assertThat(open.tryEnter(null)).isNull();
    }

    @Test
    void proxiesThatForwardAddressesAreExempt() {
        ProxySettings proxies =
                new ProxySettings(true, List.of("192.0.2.9:8080", "[2001:db8::9]:8080", "10.0.0.0/8", "edge.test"));
        OpenConnections open =
                new OpenConnections(100, 1, ExemptAddresses.of(List.of()).with(proxies));
        for (int i = 0; i < 3; i++) {
            assertThat(open.tryEnter(from("192.0.2.9"))).isNotNull();
            assertThat(open.tryEnter(from("2001:db8::9"))).isNotNull();
            assertThat(open.tryEnter(from("10.9.9.9"))).isNotNull();
        }
        assertThat(open.tryEnter(from("192.0.2.1"))).isNotNull();
        assertThat(open.tryEnter(from("192.0.2.1"))).isNull();
    }

    @Test
    void whereAnybodyMayForwardAddressesEveryPeerIsAProxy() {
        OpenConnections open =
                new OpenConnections(100, 1, ExemptAddresses.of(List.of()).with(new ProxySettings(true, List.of())));
        assertThat(open.tryEnter(from("192.0.2.1"))).isNotNull();
        assertThat(open.tryEnter(from("192.0.2.1"))).isNotNull();
    }

    @Test
    void aProxyThatIsNotListenedToIsAClient() {
        OpenConnections open = bounded(100, 1);
        assertThat(open.tryEnter(from("192.0.2.9"))).isNotNull();
        assertThat(open.tryEnter(from("192.0.2.9"))).isNull();
    }
}
