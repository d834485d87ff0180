package org.khabar.gateway.connection;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many connections clients have open, in all and from one address. Addresses are those of the network: what a proxy
 * says of its clients comes only with requests. Safe for use by many threads.
 */
@Singleton
public final class OpenConnections {
    private final int most;
    private final int mostFromOne;
    private final ExemptAddresses exempt;
    private final AtomicInteger open = new AtomicInteger();
    /** Those of each address that has any, by {@link #key}. */
    private final ConcurrentMap<Long, Integer> byAddress = new ConcurrentHashMap<>();

    private final LongAdder refused = new LongAdder();
    private final LongAdder refusedOfOne = new LongAdder();

    @Inject
    OpenConnections(
            ConnectionConfig config,
            ProxySettings proxies,
            @ConfigProperty(name = "quarkus.http.limits.max-connections") int most) {
        this(
                most,
                config.maxPerAddress(),
                ExemptAddresses.of(config.exempt().orElse(List.of())).with(proxies));
    }

    OpenConnections(int most, int mostFromOne, ExemptAddresses exempt) {
        this.most = most;
        this.mostFromOne = mostFromOne;
        this.exempt = exempt;
    }

    /**
     * Counts a connection that was opened.
     *
     * @param from where from; null when it is gone already
     * @return to be run once when it is closed; null when it is one too many
     */
    @Nullable
    Runnable tryEnter(@Nullable SocketAddress from) {
        Long key = mostFromOne > 0
                        && from instanceof InetSocketAddress known
                        && known.getAddress() != null
                        && !exempt.contains(known)
                ? key(known.getAddress())
                : null;
        if (key != null && byAddress.merge(key, 1, Integer::sum) > mostFromOne) {
            refusedOfOne.increment();
            leave(key);
            return null;
        }
        if (open.incrementAndGet() > most) {
            refused.increment();
            open.decrementAndGet();
            leave(key);
            return null;
        }
        return () -> {
            open.decrementAndGet();
            leave(key);
        };
    }

    private void leave(@Nullable Long key) {
        if (key != null) {
            byAddress.computeIfPresent(key, (_, own) -> own == 1 ? null : own - 1);
        }
    }

    /**
     * An address as a number; of IPv6 its first 64 bits, for one subscriber has at least so many (RFC 6177). Those that
     * begin with 32 zeros, as the numbers of IPv4 do, are nobody's (RFC 4291).
     */
    private static Long key(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address ? Integer.toUnsignedLong(bytes.getInt()) : bytes.getLong();
    }

    /** How many are open. */
    public int size() {
        return open.get();
    }

    /** How many were closed at once because there were too many. */
    public long refused() {
        return refused.sum();
    }

    /** How many were closed at once because there were too many from their address. */
    public long refusedOfOneAddress() {
        return refusedOfOne.sum();
    }

    /** How many addresses are kept. */
    int addresses() {
        return byAddress.size();
    }
}
