package org.khabar.entity.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.mention.MentionNode;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.sibling.Siblings;

/** What there is to decide and what was decided, over GraphQL, for those who review. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "moderator", "admin"})
public class ReviewQueueApi {

    private enum Shared {
        RULINGS
    }

    private final ReviewQueue queue;
    private final RulingReader rulings;
    private final PagingConfig paging;
    private final CurrentBudget budget;

    ReviewQueueApi(ReviewQueue queue, RulingReader rulings, PagingConfig paging, CurrentBudget budget) {
        this.queue = queue;
        this.rulings = rulings;
        this.paging = paging;
        this.budget = budget;
    }

    @Query
    @Description(
            "What there is to decide: mentions that the linker is not sure of and names that the catalogue lacks, those"
                    + " first of which a decision can be expected to set most mentions right.")
    public @NonNull ReviewItemConnection reviewQueue(
            @Nullable ReviewQueueFilter filter,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest<RankPosition> request =
                PageRequest.of(new PageArguments(first, after, last, before), paging, RankPosition::of);
        return queue.list(filter == null ? ReviewQueueFilter.ALL : filter, request, budget.get());
    }

    // Nullable, so that a reader who asks for it loses this field alone. So with the mention's.
    @Nullable
    @Description(
            "What editors have decided about the article's mentions, in the order of the text. For those who review.")
    public List<@NonNull MentionRulingNode> mentionRulings(@Source ArticleNode article) {
        return article.uuid()
                .map(id -> shared(article.siblings()).getOrDefault(id, List.of()))
                .orElse(List.of());
    }

    @Nullable
    @Description("What editors have decided about it; null when they have not. For those who review.")
    public MentionRulingNode ruling(@Source MentionNode mention) {
        MentionPlace place = mention.place();
        return shared(mention.articles()).getOrDefault(place.article(), List.of()).stream()
                .filter(ruling -> ruling.standing()
                        && ruling.block() == place.block()
                        && ruling.start() == place.start()
                        && ruling.surface().length() == mention.end() - mention.start())
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, List<MentionRulingNode>> shared(Siblings<UUID> articles) {
        return articles.share(Shared.RULINGS, ids -> rulings.listByArticles(ids, budget.get()));
    }
}
