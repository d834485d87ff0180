package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/** Says which entities somebody may mean who has typed so much of a name. */
@ApplicationScoped
@Transactional
class Suggestions {

    private static final int DEFAULT_SIZE = 10;

    private final NameFinder names;
    private final Catalogue catalogue;
    private final CatalogueConfig config;

    Suggestions(NameFinder names, Catalogue catalogue, CatalogueConfig config) {
        this.names = names;
        this.catalogue = catalogue;
        this.config = config;
    }

    /** @throws RequestFailure when an argument cannot be used */
    List<EntitySuggestion> list(String typed, @Nullable Integer first, @Nullable Collection<EntityType> types) {
        int size = first == null ? DEFAULT_SIZE : first;
        if (typed.length() > config.maxSearchLength()) {
            throw RequestFailure.limitExceeded(
                    "prefix has %d characters; the limit is %d.".formatted(typed.length(), config.maxSearchLength()));
        }
        if (size < 0) {
            throw RequestFailure.badInput("first is %d; it cannot be negative.".formatted(size));
        }
        if (size > config.maxSuggestions()) {
            throw RequestFailure.limitExceeded(
                    "first is %d; the limit is %d.".formatted(size, config.maxSuggestions()));
        }
        String key = SearchKey.of(typed);
        Set<EntityType> wanted = types == null || types.isEmpty() ? EnumSet.allOf(EntityType.class) : Set.copyOf(types);
        return key.isEmpty() ? List.of() : withEntities(names.find(key, wanted, size));
    }

    private List<EntitySuggestion> withEntities(List<NameMatch> matches) {
        Map<UUID, EntityNode> nodes =
                catalogue.listByIds(matches.stream().map(NameMatch::entity).toList());
        List<EntitySuggestion> suggestions = new ArrayList<>();
        for (NameMatch match : matches) {
            EntityNode node = nodes.get(match.entity());
            if (node != null) {
                suggestions.add(new EntitySuggestion(node, match.name(), match.language()));
            }
        }
        return suggestions;
    }
}
