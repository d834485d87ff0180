package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.mentionfeed.MentionFeedLog;
import org.khabar.entity.ruling.RuledStretch;

/**
 * Lets an editor's decision about a mention, and what becomes of the article by it, be one transaction. Decisions are rare, so the
 * article is linked under the locks, unlike those of the feed: whoever decides sees in the answer what came of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DecidedArticles {

    private final FeedCursor cursor;
    private final EntityIdentities identities;
    private final MentionRepository mentions;
    private final ArticleTexts texts;
    private final Annotator annotator;
    private final MentionStore store;
    private final MentionFeedLog feed;

    DecidedArticles(
            FeedCursor cursor,
            EntityIdentities identities,
            MentionRepository mentions,
            ArticleTexts texts,
            Annotator annotator,
            MentionStore store,
            MentionFeedLog feed) {
        this.cursor = cursor;
        this.identities = identities;
        this.mentions = mentions;
        this.texts = texts;
        this.annotator = annotator;
        this.store = store;
        this.feed = feed;
    }

    /** Keeps others from storing mentions and from changing the catalogue; before anything else of the transaction. */
    public void hold() {
        cursor.lockedPosition();
        identities.hold();
    }

    /** The mention that begins there. */
    public Optional<StoredMention> findMention(MentionPlace place) {
        return mentions.findAt(place).map(mention -> StoredMention.of(place.article(), mention));
    }

    /** The stretch that a mention stands on, with the words around it; empty when the article's text is not kept. */
    public Optional<RuledStretch> findStretch(MentionPlace place) {
        return texts.find(place.article())
                .flatMap(text -> mentions.findAt(place))
                .map(mention -> texts.stretch(place, mention));
    }

    /** Stores what the article mentions by all that is decided, as far as that goes without its text; last in the transaction, for it may lock the mention feed. */
    public void linkAgain(UUID article) {
        boolean changed = texts.find(article)
                .map(text -> store.storeAgain(annotator.annotate(text)))
                .orElseGet(() -> store.moveMentions(article));
        if (changed) {
            feed.append(article);
        }
    }
}
