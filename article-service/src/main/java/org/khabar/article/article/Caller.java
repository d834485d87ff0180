package org.khabar.article.article;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;

/** What the caller of the current request may see. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Editors and admins see the newsroom's side: unpublished articles and who wrote a revision. */
    boolean isNewsroom() {
        return identity.hasRole("editor") || identity.hasRole("admin");
    }

    Set<ArticleStatus> visibleStatuses() {
        return isNewsroom() ? EnumSet.allOf(ArticleStatus.class) : ArticleStatus.visibleToReaders();
    }
}
