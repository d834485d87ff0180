package org.khabar.entity.mention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.graphql.api.federation.Resolver;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.catalogue.CatalogueItem;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.linking.LinkingContext;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageInfo;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.EntityType;

/** Mentions over GraphQL: the fields that they give articles and entities, and annotating a text. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class MentionApi {

    private enum Shared {
        MENTIONS,
        ENTITY_COUNTS
    }

    private record ArticlesQuery(EntityArticleFilter filter, PageRequest<PublicationPosition> page) {}

    private record ArticleCountQuery(EntityArticleFilter filter) {}

    private final MentionReader reader;
    private final Annotator annotator;
    private final PagingConfig paging;
    private final AnnotationConfig annotation;
    private final CurrentBudget budget;

    MentionApi(
            MentionReader reader,
            Annotator annotator,
            PagingConfig paging,
            AnnotationConfig annotation,
            CurrentBudget budget) {
        this.reader = reader;
        this.annotator = annotator;
        this.paging = paging;
        this.annotation = annotation;
        this.budget = budget;
    }

    /** Articles for the gateway, in their order. Whether one exists is the article service's to say. */
    @Resolver
    public List<ArticleNode> article(List<String> id) {
        return ArticleNode.listOf(id);
    }

    @Query
    @Description("The entities that a text mentions, without storing anything; adjectives of nationality, which are no"
            + " mentions of their country, only with demonyms: true.")
    public @NonNull List<@NonNull AnnotationNode> annotate(
            @NonNull String text, @Nullable String language, @Nullable Boolean demonyms) {
        if (text.length() > annotation.maxLength()) {
            throw RequestFailure.limitExceeded(
                    "text has %d characters; the limit is %d.".formatted(text.length(), annotation.maxLength()));
        }
        budget.get().takeText(text.length());
        LinkingContext context = new LinkingContext(null, false, Boolean.TRUE.equals(demonyms));
        return reader.annotations(annotator.annotate(List.of(text), language, context));
    }

    // Nullable, though this service always answers: without it an article keeps its other fields. So with entities.
    // The annotation must be SmallRye's own: a list of non-null items would be non-null otherwise.
    @Nullable
    @Description("Where the article's blocks mention entities, in the order of the text.")
    public List<@NonNull MentionNode> mentions(
            @Source ArticleNode article, @Nullable Double minConfidence, @Nullable List<@NonNull EntityType> types) {
        Siblings<UUID> siblings = article.siblings();
        Map<UUID, List<MentionNode>> mentions =
                siblings.share(Shared.MENTIONS, articles -> reader.listMentions(articles, siblings, budget.get()));
        return article.uuid().map(id -> mentions.getOrDefault(id, List.of())).orElse(List.of()).stream()
                .filter(mention -> minConfidence == null || mention.confidence() >= minConfidence)
                .filter(mention ->
                        types == null || types.contains(mention.entity().item().type()))
                .toList();
    }

    @Nullable
    @Description("The entities that the article mentions, the most salient first.")
    public ArticleEntityConnection entities(
            @Source ArticleNode article,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest<SaliencePosition> request =
                PageRequest.of(new PageArguments(first, after, last, before), paging, SaliencePosition::of);
        Siblings<UUID> siblings = article.siblings();
        Map<UUID, ArticleEntityConnection> connections =
                siblings.share(request, articles -> reader.listEntities(articles, request, siblings, budget.get()));
        return article.uuid()
                .map(connections::get)
                .orElseGet(() -> new ArticleEntityConnection(
                        List.of(), new PageInfo(false, false, null, null), new UUID(0, 0), siblings));
    }

    @Description("The articles that mention the entity, the newest first.")
    public @NonNull EntityArticleConnection articles(
            @Source EntityNode entity,
            @Nullable EntityArticleFilter filter,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        ArticlesQuery query = new ArticlesQuery(
                filter == null ? EntityArticleFilter.ALL : filter,
                PageRequest.of(new PageArguments(first, after, last, before), paging, PublicationPosition::of));
        CatalogueItem item = entity.item();
        Siblings<UUID> siblings = item.siblings();
        Map<UUID, EntityArticleConnection> connections = siblings.share(
                query, entities -> reader.listArticles(entities, query.filter(), query.page(), siblings, budget.get()));
        return Objects.requireNonNull(connections.get(item.id()));
    }

    @Description("How many entities the whole connection has.")
    public int totalCount(@Source ArticleEntityConnection connection) {
        return connection
                .siblings()
                .share(Shared.ENTITY_COUNTS, reader::countEntities)
                .getOrDefault(connection.article(), 0);
    }

    @Description("How many articles the whole connection has.")
    public int totalCount(@Source EntityArticleConnection connection) {
        return connection
                .siblings()
                .share(
                        new ArticleCountQuery(connection.filter()),
                        entities -> reader.countArticles(entities, connection.filter()))
                .getOrDefault(connection.entity(), 0);
    }
}
