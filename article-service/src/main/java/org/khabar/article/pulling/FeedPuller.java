package org.khabar.article.pulling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.failure.DatabaseFailure;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.ImportMeter;
import org.khabar.article.importing.PageImporter;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.feed.FeedForm;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
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
    private final FeedForm feeds;
    private final PageImporter importer;
    private final ArticleStore store;
    private final OutletRegistry outlets;
    private final PullingConfig config;
    private final Clock clock;

    FeedPuller(
            PullLedger ledger,
            FeedFetcher fetcher,
            FeedForm feeds,
            PageImporter importer,
            ArticleStore store,
            OutletRegistry outlets,
            PullingConfig config,
            Clock clock) {
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.feeds = feeds;
        this.importer = importer;
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
        int refused = 0;
        for (FormItem item : items(outlets.getById(source.outletId()), body)) {
            refused += isStored(item, source) ? 0 : 1;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (refused > 0) {
            LOG.infof("The feed %s has %d items that are no articles", source.url(), refused);
        }
    }

    private List<FormItem> items(Outlet outlet, FetchedFeed.Body body) throws PullFailure {
        FormContext context = new FormContext(outlets.index(), outlet, null, null, body.charset(), clock.instant());
        try {
            return feeds.parseFirst(config.maxItems(), body.text().bytes(), context);
        } catch (UnreadablePage unreadable) {
            throw new PullFailure("The answer is no RSS or Atom feed: " + unreadable.getMessage());
        } catch (StackOverflowError deep) {
            throw new PullFailure("The elements of the feed are nested too deeply.");
        }
    }

    /** One item that cannot be an article does not hold up the others; a database that is away does. */
    private boolean isStored(FormItem item, FeedSource source) {
        boolean stored = tryToStore(item, source);
        if (!stored) {
            ImportMeter.countRefused(ImportMeter.Form.FEED);
        }
        return stored;
    }

    private boolean tryToStore(FormItem item, FeedSource source) {
        try {
            return switch (item) {
                case FormItem.Refused refused -> false;
                case FormItem.Canceled canceled -> false;
                case FormItem.Read read -> {
                    StoredArticle stored =
                            store.storeListed(importer.prepare(read, false).content(), AUTHOR);
                    ImportMeter.count(ImportMeter.Form.FEED, stored.outcome());
                    yield true;
                }
            };
        } catch (RequestFailure unusable) {
            return false;
        } catch (RuntimeException failed) {
            if (DatabaseFailure.isOfServer(failed)) {
                throw failed;
            }
            LOG.warnf(
                    DatabaseFailure.isOfData(failed) ? null : failed,
                    "An item of the feed %s cannot be stored: SQLSTATE %s",
                    source.url(),
                    DatabaseFailure.findState(failed).orElse("none"));
            return false;
        }
    }
}
