package org.khabar.entity.mention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.khabar.entity.catalogue.EntityIdentities.Identity;

/**
 * What entities are now: some were merged into others, some are hidden, some are gone.
 *
 * @param identities by id; none for an entity that is gone
 */
record Standing(Map<UUID, Identity> identities) {

    Standing {
        identities = Map.copyOf(identities);
    }

    /** Of these identities, and of the entities that they lead to, which stand for themselves. */
    static Standing of(Map<UUID, Identity> identities) {
        Map<UUID, Identity> all = new HashMap<>(identities);
        identities.values().forEach(identity -> all.put(identity.entity(), identity));
        return new Standing(all);
    }

    /** The mentions of entities that there are, hidden ones too, each of the entity that stands for its own. */
    List<FoundMention> ofExisting(Collection<FoundMention> mentions) {
        return mentions.stream()
                .filter(mention -> identities.containsKey(mention.entity()))
                .map(mention -> mention.of(now(mention.entity()).orElse(mention.entity())))
                .toList();
    }

    /** The mentions of entities that may be shown, each of the entity that stands for its own. */
    List<FoundMention> ofShown(Collection<FoundMention> mentions) {
        return ofExisting(
                mentions.stream().filter(mention -> isShown(mention.entity())).toList());
    }

    /** The entities of these that may be shown. */
    Set<UUID> shown(Collection<UUID> entities) {
        return entities.stream()
                .filter(this::isShown)
                .flatMap(entity -> now(entity).stream())
                .collect(Collectors.toSet());
    }

    private boolean isShown(UUID entity) {
        Identity identity = identities.get(entity);
        return identity != null && !identity.hidden();
    }

    private Optional<UUID> now(UUID entity) {
        return Optional.ofNullable(identities.get(entity)).map(Identity::entity);
    }
}
