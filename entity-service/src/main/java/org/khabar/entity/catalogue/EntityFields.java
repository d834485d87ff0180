package org.khabar.entity.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.graphql.OnSameThread;

/** The fields of an entity, read once for all entities that a step of the query found together. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class EntityFields {

    private enum Detail {
        NAMES,
        DESCRIPTIONS,
        ALIASES,
        EXTERNAL_IDS,
        DATES
    }

    private final Catalogue catalogue;
    private final CatalogueConfig config;
    private final CurrentBudget budget;

    EntityFields(Catalogue catalogue, CatalogueConfig config, CurrentBudget budget) {
        this.catalogue = catalogue;
        this.config = config;
        this.budget = budget;
    }

    @Description("The name in the first of these BCP 47 languages (\"ar,fr\") that there is one in, else in another.")
    @OnSameThread
    public @NonNull NameNode name(@Source EntityNode entity, @Nullable String language) {
        return LanguageList.of(language, config.languages())
                .best(nameRows(entity), row -> row.language)
                .map(row -> new NameNode(row.text, row.language))
                .orElseThrow(() -> new IllegalStateException("Entity " + entity.getId() + " has no name."));
    }

    @Description("The name in each language that there is one in.")
    @OnSameThread
    public @NonNull List<@NonNull NameNode> names(@Source EntityNode entity) {
        return nameRows(entity).stream()
                .map(row -> new NameNode(row.text, row.language))
                .toList();
    }

    @Description("All names, each with its kind; the display names are among them.")
    @OnSameThread
    public @NonNull List<@NonNull AliasNode> aliases(@Source EntityNode entity) {
        return details(entity, Detail.ALIASES, ids -> catalogue.listAliases(ids, budget.get())).stream()
                .map(row -> new AliasNode(row.text, row.language, row.type))
                .toList();
    }

    @Description("What it is, in few words, in the first of these languages that there is a description in.")
    @OnSameThread
    public @Nullable String description(@Source EntityNode entity, @Nullable String language) {
        return LanguageList.of(language, config.languages())
                .best(details(entity, Detail.DESCRIPTIONS, catalogue::listDescriptions), row -> row.language)
                .map(row -> row.text)
                .orElse(null);
    }

    @Description("What other registers call it.")
    @OnSameThread
    public @NonNull List<@NonNull ExternalIdNode> externalIds(@Source EntityNode entity) {
        return details(entity, Detail.EXTERNAL_IDS, ids -> catalogue.listExternalIds(ids, budget.get())).stream()
                .map(row -> new ExternalIdNode(row.scheme, row.value))
                .toList();
    }

    @Description("When the person was born, as precise as it is known: 1963, 1963-08 or 1963-08-21.")
    @OnSameThread
    public @Nullable String birthDate(@Source PersonNode person) {
        return date(person, EntityDate.BIRTH);
    }

    @Description("When the person died, as precise as it is known: 1963, 1963-08 or 1963-08-21.")
    @OnSameThread
    public @Nullable String deathDate(@Source PersonNode person) {
        return date(person, EntityDate.DEATH);
    }

    @Description("When the organization was founded, as precise as it is known: 1963, 1963-08 or 1963-08-21.")
    @OnSameThread
    public @Nullable String foundingDate(@Source OrganizationNode organization) {
        return date(organization, EntityDate.FOUNDATION);
    }

    private @Nullable String date(EntityNode entity, String property) {
        return details(entity, Detail.DATES, catalogue::listDates).stream()
                .filter(date -> date.property().equals(property))
                .map(EntityDate::value)
                .findFirst()
                .orElse(null);
    }

    @Description("One more with each edit; whoever edits says which one they have read.")
    @OnSameThread
    public int version(@Source EntityNode entity) {
        return entity.item().version();
    }

    @Description("Whether readers may not see it.")
    @OnSameThread
    public boolean hidden(@Source EntityNode entity) {
        return entity.item().hidden();
    }

    private List<NameRow> nameRows(EntityNode entity) {
        return details(entity, Detail.NAMES, catalogue::listNames);
    }

    private static <T> List<T> details(EntityNode entity, Detail detail, Function<Set<UUID>, EntityDetails<T>> read) {
        CatalogueItem item = entity.item();
        return item.siblings().share(detail, read).of(item.id());
    }
}
