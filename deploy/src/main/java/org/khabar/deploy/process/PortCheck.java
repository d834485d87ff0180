package org.khabar.deploy.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port can be listened on. */
public final class PortCheck {
    private PortCheck() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
