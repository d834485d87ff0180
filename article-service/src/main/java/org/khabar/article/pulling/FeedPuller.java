package org.khabar.article.pulling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.ArticleUrl;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.ImportMeter;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/** Pulls one feed: reads it, and stores each of its items. The same item again changes nothing. */
@ApplicationScoped
class FeedPuller {

    private static final Logger LOG = Logger.getLogger(FeedPuller.class);

    /** The author of what feeds bring. */
    static final String AUTHOR = "feed";

    private final PullLedger ledger;
    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final ArticleStore store;
    private final OutletRegistry outlets;
    private final PullingConfig config;
    private final Clock clock;

    FeedPuller(
            PullLedger ledger,
            FeedFetcher fetcher,
            FeedParser parser,
            ArticleStore store,
            OutletRegistry outlets,
            PullingConfig config,
            Clock clock) {
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.parser = parser;
        this.store = store;
        this.outlets = outlets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Pulls the feed that is due for longest.
     *
     * @return false when none is due
     * @throws InterruptedException when the service stops; the feed is due again then
     */
    boolean pullNext() throws InterruptedException {
        Optional<PullLedger.Claim> claim = ledger.claimNext();
        if (claim.isEmpty()) {
            return false;
        }
        pull(claim.get());
        return true;
    }

    private void pull(PullLedger.Claim claim) throws InterruptedException {
        try {
            ledger.succeeded(claim, read(claim.source()));
        } catch (PullFailure failure) {
            LOG.infof("The feed %s was not pulled: %s", claim.source().url(), failure.getMessage());
            ledger.failed(claim, failure.getMessage());
        } catch (InterruptedException stop) {
            ledger.givenBack(claim);
            throw stop;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "The feed %s was not pulled", claim.source().url());
            ledger.failed(claim, "The service failed; the failure is logged.");
        }
    }

    /** @return the version that is held now */
    private FetchedFeed.Version read(FeedSource source) throws PullFailure, InterruptedException {
        FeedAddress address = FeedAddress.of(source.url(), FeedAddress.Rules.of(config));
        return switch (fetcher.fetch(address, source.version(), ledger::isAllowed)) {
            case FetchedFeed.NotModified same -> source.version();
            case FetchedFeed.Body body -> {
                store(source, body);
                yield body.version();
            }
        };
    }

    private void store(FeedSource source, FetchedFeed.Body body) throws PullFailure, InterruptedException {
        Outlet outlet = outlets.getById(source.outletId());
        FeedParser.Context context = new FeedParser.Context(language(outlet), config.maxItems());
        FeedParser.Items items = parser.parse(body.text().bytes(), body.charset(), context);
        int refused = items.leftOut();
        for (PulledItem item : items.items()) {
            refused += isStored(item, outlet) ? 0 : 1;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (refused > 0) {
            LOG.infof("The feed %s has %d items that are no articles", source.url(), refused);
        }
    }

    /** One item that cannot be an article does not hold up the others. */
    private boolean isStored(PulledItem item, Outlet outlet) {
        try {
            ImportMeter.count(
                    ImportMeter.Form.FEED,
                    store.storeListed(item.toContent(outlet.id(), checked(item.url()), clock.instant()), AUTHOR)
                            .outcome());
            return true;
        } catch (RequestFailure unusable) {
            ImportMeter.countRefused(ImportMeter.Form.FEED);
            return false;
        }
    }

    private static @Nullable String checked(@Nullable String url) {
        return url == null ? null : ArticleUrl.checked(url);
    }

    /** The language of an outlet that has one alone. */
    private static String language(Outlet outlet) {
        return outlet.languages().size() == 1
                ? Locale.forLanguageTag(outlet.languages().getFirst()).toLanguageTag()
                : "und";
    }
}
