package org.khabar.article.pulling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;

/** The feeds that admins want pulled, and the hosts that they allow. */
@ApplicationScoped
@Transactional
class FeedSources {

    private final FeedSourceRepository sources;
    private final AllowedHostRepository hosts;
    private final OutletRegistry outlets;
    private final PullingConfig config;
    private final Clock clock;

    FeedSources(
            FeedSourceRepository sources,
            AllowedHostRepository hosts,
            OutletRegistry outlets,
            PullingConfig config,
            Clock clock) {
        this.sources = sources;
        this.hosts = hosts;
        this.outlets = outlets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What an admin says of a feed.
     *
     * @param outlet the outlet's code
     * @param intervalSeconds null for the configured one
     * @param enabled null for enabled
     */
    record Wanted(
            String outlet,
            String url,
            @Nullable Integer intervalSeconds,
            @Nullable Boolean enabled) {}

    /** All feeds by URL, or those of an outlet. */
    List<FeedSource> list(@Nullable String outlet) {
        List<FeedSourceEntity> listed = outlet == null
                ? sources.listAllByUrl()
                : sources.listOfOutlets(List.of(outlets.getByCode(outlet).id()));
        return listed.stream().map(FeedSourceEntity::toSource).toList();
    }

    /** The feeds of each of these outlets. One query. */
    Map<UUID, List<FeedSource>> listOfOutlets(Collection<UUID> of) {
        return sources.listOfOutlets(of).stream()
                .map(FeedSourceEntity::toSource)
                .collect(Collectors.groupingBy(FeedSource::outletId));
    }

    /** Adds a feed, which is due at once. */
    FeedSource add(Wanted wanted) {
        FeedSourceEntity source = new FeedSourceEntity();
        sources.lockAdding();
        apply(source, wanted);
        if (sources.count() >= config.maxSources()) {
            throw RequestFailure.limitExceeded("There are %d feeds; that is the limit.".formatted(config.maxSources()));
        }
        sources.persistAndFlush(source);
        return source.toSource();
    }

    /** Replaces what is said of a feed, which is due at once; a pull under way is not counted any more. */
    FeedSource revise(String id, Wanted wanted) {
        FeedSourceEntity source = find(id).orElseThrow(() -> unknown(id));
        sources.lockAdding();
        apply(source, wanted);
        sources.flush();
        return source.toSource();
    }

    /** @return whether there was such a feed */
    boolean remove(String id) {
        Optional<FeedSourceEntity> source = find(id);
        source.ifPresent(sources::delete);
        return source.isPresent();
    }

    /** Allowed hosts, by name. */
    List<String> listAllowedHosts() {
        return hosts.list("order by host").stream().map(allowed -> allowed.host).toList();
    }

    /** @return the host as it is kept */
    String allow(String host, String by) {
        String name = checkedHost(host);
        hosts.allow(name, by, now());
        return name;
    }

    /** Feeds of the host stay and fail from now on. */
    boolean disallow(String host) {
        return hosts.deleteById(checkedHost(host));
    }

    private void apply(FeedSourceEntity source, Wanted wanted) {
        String url = checkedUrl(wanted.url());
        if (!url.equals(source.url)) {
            refuseSecond(url);
            source.etag = null;
            source.lastModified = null;
            source.consecutiveFailures = 0;
            source.lastError = null;
        }
        source.outletId = outlets.getByCode(wanted.outlet()).id();
        source.url = url;
        source.intervalSeconds =
                Math.toIntExact(interval(wanted.intervalSeconds()).toSeconds());
        source.enabled = wanted.enabled() == null || wanted.enabled();
        source.claim = null;
        source.nextDue = now();
    }

    private String checkedUrl(String url) {
        try {
            FeedAddress address = FeedAddress.of(url, FeedAddress.Rules.of(config));
            if (!hosts.isAllowed(address.host())) {
                throw RequestFailure.badInput(
                        "The host %s is not among the allowed ones; allow it first.".formatted(address.host()));
            }
            return address.uri().toString();
        } catch (PullFailure unusable) {
            throw RequestFailure.badInput(unusable.getMessage());
        }
    }

    private String checkedHost(String host) {
        try {
            return FeedAddress.hostName(host, FeedAddress.Rules.of(config));
        } catch (PullFailure unusable) {
            throw RequestFailure.badInput(unusable.getMessage());
        }
    }

    private Duration interval(@Nullable Integer seconds) {
        Duration interval = seconds == null ? config.defaultInterval() : Duration.ofSeconds(seconds);
        if (interval.compareTo(config.minInterval()) < 0 || interval.compareTo(config.maxInterval()) > 0) {
            throw RequestFailure.badInput("intervalSeconds is %d; it goes from %d to %d."
                    .formatted(
                            interval.toSeconds(),
                            config.minInterval().toSeconds(),
                            config.maxInterval().toSeconds()));
        }
        return interval;
    }

    private void refuseSecond(String url) {
        if (sources.count("url", url) > 0) {
            throw new RequestFailure(ErrorCode.CONFLICT, 409, "There is a feed with this URL.", null);
        }
    }

    private Optional<FeedSourceEntity> find(String id) {
        try {
            return sources.findByIdOptional(UUID.fromString(id));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static RequestFailure unknown(String id) {
        return RequestFailure.notFound(
                "There is no feed with the id \"%s\".".formatted(id.length() > 60 ? id.substring(0, 60) : id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
