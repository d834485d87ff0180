package org.khabar.deploy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void aPortThatSomeoneListensOnIsNotFree() throws Exception {
        int port;
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = loopback.getLocalPort();
            assertThat(PortCheck.isFree(port)).isFalse();
        }
        assertThat(PortCheck.isFree(port)).isTrue();
    }

    @Test
    void aPortThatIsTakenOnAllAddressesIsNotFree() throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(PortCheck.isFree(everywhere.getLocalPort())).isFalse();
        }
    }
}
