package org.khabar.article.article;

import java.util.EnumSet;
import java.util.Set;

/** Where an article stands. Readers see what {@link #visibleToReaders} lists and nothing else. */
public enum ArticleStatus {
    DRAFT,
    SCHEDULED,
    PUBLISHED,
    CORRECTED,
    WITHDRAWN;

    private static final Set<ArticleStatus> VISIBLE = Set.copyOf(EnumSet.of(PUBLISHED, CORRECTED));

    public static Set<ArticleStatus> visibleToReaders() {
        return VISIBLE;
    }
}
