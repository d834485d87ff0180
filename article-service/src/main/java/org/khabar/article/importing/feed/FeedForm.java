package org.khabar.article.importing.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;

/** Feeds: each entry is an article, and one that cannot be read is refused alone. */
@ApplicationScoped
public class FeedForm implements FormParser {

    private static final Logger LOG = Logger.getLogger(FeedForm.class);

    /** What an entry is refused by whose reading failed, which is a fault of ours and logged: the others are read all the same. */
    static final String FAULT = "The service failed to read the entry; the failure is logged.";

    private final FeedFormConfig config;

    FeedForm(FeedFormConfig config) {
        this.config = config;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(
                "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml");
    }

    @Override
    public List<FormItem> parse(byte[] bytes, FormContext context) throws UnreadablePage {
        SyndFeed feed = FeedDocument.read(bytes, context.charset());
        List<SyndEntry> entries = feed.getEntries();
        if (entries.size() > config.maxItems()) {
            throw new UnreadablePage(
                    Reason.TOO_LONG,
                    "The feed has %d items; the limit is %d.".formatted(entries.size(), config.maxItems()),
                    null);
        }
        return read(entries, feed, context);
    }

    /**
     * The first entries of a feed, whatever comes behind them.
     *
     * @throws UnreadablePage when it is no feed
     */
    public List<FormItem> parseFirst(int most, byte[] bytes, FormContext context) throws UnreadablePage {
        SyndFeed feed = FeedDocument.read(bytes, context.charset());
        List<SyndEntry> entries = feed.getEntries();
        return read(entries.subList(0, Math.min(most, entries.size())), feed, context);
    }

    private static List<FormItem> read(List<SyndEntry> entries, SyndFeed feed, FormContext context) {
        List<FormItem> items = new ArrayList<>(entries.size());
        for (SyndEntry entry : entries) {
            items.add(read(entry, feed, context));
        }
        return items;
    }

    private static FormItem read(SyndEntry entry, SyndFeed feed, FormContext context) {
        @Nullable String id = blankToNull(entry.getUri());
        try {
            FeedEntry read = new FeedEntry(entry, feed);
            return new FormItem.Read(read.draft(context), read.url(), id);
        } catch (UnreadablePage refused) {
            return new FormItem.Refused(refused, id);
        } catch (RuntimeException fault) {
            LOG.error("An entry of a feed could not be read", fault);
            return new FormItem.Refused(new UnreadablePage(Reason.MALFORMED, FAULT, null), id);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
