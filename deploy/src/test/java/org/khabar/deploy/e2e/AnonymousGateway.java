package org.khabar.deploy.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khabar.deploy.archive.Folders;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.progress.PlainProgress;
import org.khabar.deploy.service.ServicePart;
import org.khabar.deploy.service.ServiceSettings;
import org.khabar.deploy.stack.Stack;

/** A second gateway of the running stack, as a public site has it: it serves requests without a token. */
final class AnonymousGateway implements AutoCloseable {
    private final Ports ports;
    private final Stack gateway;

    private AnonymousGateway(Ports ports, Stack gateway) {
        this.ports = ports;
        this.gateway = gateway;
    }

    static AnonymousGateway start(RunningStack stack) throws IOException {
        Installation first = stack.installation();
        Installation own = new Installation(
                first.root(),
                first.home().resolveSibling("anonymous"),
                first.software().resolveSibling("anonymous-software"));
        Folders.delete(own.home());
        Ports ports = withOtherGateway(stack.ports());
        Map<String, String> settings = new HashMap<>(new ServiceSettings(first, ports).gateway());
        settings.put("KHABAR_GATEWAY_ANONYMOUS_ACCESS", "true");
        ServicePart part = new ServicePart(Part.GATEWAY, own, ports, () -> settings);
        AnonymousGateway gateway = new AnonymousGateway(ports, new Stack(own, ports, List.of(part)));
        try (PlainProgress progress = new PlainProgress(System.out)) {
            gateway.gateway.start(progress);
        }
        return gateway;
    }

    String url() {
        return ports.url(Part.GATEWAY);
    }

    private static Ports withOtherGateway(Ports ports) throws IOException {
        Map<Part, Integer> all = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            all.put(part, ports.of(part));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            all.put(Part.GATEWAY, free.getLocalPort());
        }
        return new Ports(all);
    }

    @Override
    public void close() {
        try (PlainProgress progress = new PlainProgress(System.out)) {
            gateway.stop(progress);
        }
    }
}
