package org.khabar.article.importing;

import org.khabar.article.article.StoredArticle;

/** What an import did. */
public enum ImportStatus {
    CREATED,
    REVISED,
    UNCHANGED;

    static ImportStatus of(StoredArticle.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> CREATED;
            case REVISED -> REVISED;
            case UNCHANGED -> UNCHANGED;
        };
    }
}
