package org.khabar.article.pulling;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks a host up once and gives the address to connect to, after all of its addresses were looked at: a name that also leads
 * into a private network is refused, and nobody looks it up again before the connection is made.
 */
@ApplicationScoped
class CheckedAddresses {

    private final HostResolver resolver;
    private final Predicate<InetAddress> isAllowed;

    @Inject
    CheckedAddresses(HostResolver resolver, PullingConfig config) {
        this(resolver, address -> config.allowPrivateAddresses() || PublicInternet.has(address));
    }

    /** @param isAllowed tells which addresses may be connected to */
    CheckedAddresses(HostResolver resolver, Predicate<InetAddress> isAllowed) {
        this.resolver = resolver;
        this.isAllowed = isAllowed;
    }

    /** @throws PullFailure when the host is not known, or one of its addresses is not public */
    InetAddress resolve(String host) throws PullFailure {
        List<InetAddress> addresses = lookUp(host);
        if (!addresses.stream().allMatch(isAllowed)) {
            throw new PullFailure("The host %s has an address that is not public.".formatted(host));
        }
        return addresses.getFirst();
    }

    private List<InetAddress> lookUp(String host) throws PullFailure {
        try {
            List<InetAddress> addresses = resolver.resolve(host);
            if (!addresses.isEmpty()) {
                return addresses;
            }
        } catch (UnknownHostException unknown) {
            throw new PullFailure("The host %s is not known.".formatted(host));
        }
        throw new PullFailure("The host %s has no address.".formatted(host));
    }

    /** The system's resolver; tests have one of their own. */
    static final class Resolvers {

        @Produces
        @ApplicationScoped
        @DefaultBean
        HostResolver systemResolver() {
            return host -> List.of(InetAddress.getAllByName(host));
        }
    }
}
