package org.khabar.gateway.connection;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Addresses from which there may be any number of connections: behind them are many clients. */
final class ExemptAddresses {
    private static final Logger LOG = Logger.getLogger(ExemptAddresses.class);
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final boolean areAll;
    private final List<IpSubnetFilterRule> networks = new ArrayList<>();

    private ExemptAddresses(boolean areAll) {
        this.areAll = areAll;
    }

    /**
     * Addresses and networks.
     *
     * @param written such as {@code 10.0.0.0/8} and {@code ::1}
     * @throws IllegalArgumentException when one is written otherwise
     */
    static ExemptAddresses of(List<String> written) {
        ExemptAddresses exempt = new ExemptAddresses(false);
        for (String text : written) {
            try {
                exempt.networks.add(network(text.trim()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "khabar.gateway.connections.exempt takes addresses and networks such as 10.0.0.0/8, not "
                                + text,
                        e);
            }
        }
        return exempt;
    }

    /** The same with the proxies that Quarkus takes forwarded addresses from; all there are when it takes anybody's. */
    ExemptAddresses with(ProxySettings proxies) {
        if (!proxies.isForwarding()) {
            return this;
        }
        ExemptAddresses both = new ExemptAddresses(areAll || proxies.trusted().isEmpty());
        both.networks.addAll(networks);
        for (String text : proxies.trusted()) {
            try {
                both.networks.add(network(withoutPort(text.trim())));
            } catch (IllegalArgumentException _) {
                LOG.warnf(
                        "%s of quarkus.http.proxy.trusted-proxies is no address: its connections count as those of one "
                                + "client, unless its addresses are in khabar.gateway.connections.exempt",
                        text);
            }
        }
        return both;
    }

    private static String withoutPort(String text) {
        boolean isInBrackets = text.startsWith("[") && text.indexOf(']') > 0;
        if (isInBrackets) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * Byte.SIZE == IPV4_BITS ? IPV4_BITS : IPV6_BITS;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }

    boolean contains(InetSocketAddress address) {
        return areAll || networks.stream().anyMatch(network -> network.matches(address));
    }
}
