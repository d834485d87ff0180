package org.khabar.article.syndication;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A feed that is to be written, whatever its form.
 *
 * @param title what it is about, for people
 * @param language BCP 47 tag of all its entries; empty when they differ or it is not known
 * @param self where it is read
 * @param updated when the newest change among its entries was made
 * @param maxTextLength UTF-16 code units of all texts; the entries behind them have their summaries alone
 * @param complete whether all articles were looked at that it could have
 */
record Feed(
        String title,
        String language,
        URI self,
        Instant updated,
        List<SyndicatedArticle> entries,
        int maxTextLength,
        boolean complete) {

    Feed {
        entries = List.copyOf(entries);
    }

    /** How many entries, from the first, have their texts. */
    int entriesWithText() {
        long length = 0;
        for (int i = 0; i < entries.size(); i++) {
            length += entries.get(i).textLength();
            if (length > maxTextLength) {
                return i;
            }
        }
        return entries.size();
    }
}
