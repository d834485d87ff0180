package org.khabar.article.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What became of articles, over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class HistoryApi {

    private final ArticleHistory history;
    private final Caller caller;

    HistoryApi(ArticleHistory history, Caller caller) {
        this.history = history;
        this.caller = caller;
    }

    @Description("What was put right since the article was published, the oldest first.")
    public @NonNull List<@NonNull List<@NonNull Correction>> corrections(@Source List<ArticleNode> articles) {
        return history.listCorrections(articles);
    }

    @Description("What is different from the revision before that you may see; null for the first of those.")
    public List<@Nullable RevisionChanges> changes(@Source List<RevisionNode> revisions) {
        return history.listChanges(revisions, caller.isNewsroom());
    }
}
