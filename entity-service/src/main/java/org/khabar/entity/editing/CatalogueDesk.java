package org.khabar.entity.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.mention.Relinking;
import org.khabar.entity.relation.Relation;
import org.khabar.entity.tagging.EntityType;

/**
 * What editors do to entities. Each call is one transaction, and there is one at a time: whoever edits holds the identities
 * of entities alone. Of two that start from the same version one is refused. Articles are linked again afterwards.
 */
@ApplicationScoped
public class CatalogueDesk {

    private final EntityIdentities identities;
    private final EditingRepository entities;
    private final HistoryRepository history;
    private final Relinking relinking;

    CatalogueDesk(
            EntityIdentities identities, EditingRepository entities, HistoryRepository history, Relinking relinking) {
        this.identities = identities;
        this.entities = entities;
        this.history = history;
        this.relinking = relinking;
    }

    /** Adds an entity. */
    @Transactional
    UUID create(EntityType type, EntityContent content, Signature by) {
        identities.holdAlone();
        UUID id = entities.insert(type);
        refuseTaken(id, content.externalIds());
        EntityContent checked = withTargets(id, type, content);
        entities.write(id, EntityContent.NOTHING, checked);
        history.append(
                new EntityRevision(id, 1, EntityRevisionKind.CREATED, null, EntityContent.NOTHING.changesTo(checked)),
                by);
        relinkNames(checked.aliases());
        return id;
    }

    /**
     * Changes what an entity says of itself. A revision that changes nothing writes nothing.
     *
     * @param version the one that the caller has read
     * @throws RequestFailure when there is no such entity, or it has another version by now
     */
    @Transactional
    UUID revise(UUID id, int version, EntityEdit edit, Signature by) {
        identities.holdAlone();
        EntityHead head = lockAt(id, version);
        EntityContent before = entities.content(head.id());
        EntityContent after = withTargets(head.id(), head.type(), edit.applyTo(before));
        if (after.equals(before)) {
            return head.id();
        }
        refuseTaken(head.id(), EntityContent.minus(after.externalIds(), before.externalIds()));
        change(head, EntityRevisionKind.REVISED, null, before, after, by);
        if (!before.country().equals(after.country())) {
            relinking.ofEntity(head.id());
            relinkNames(union(before.aliases(), after.aliases()));
        } else {
            relinkNames(after.aliasesThatDiffer(before));
        }
        return head.id();
    }

    /**
     * Makes one entity stand for another one, whose id means it from now on.
     *
     * @throws RequestFailure when one of them is not there, has another version, was merged before, or is of another type
     */
    @Transactional
    public UUID merge(UUID id, int version, UUID into, int intoVersion, Signature by) {
        if (id.equals(into)) {
            throw RequestFailure.badInput("id and into are the same entity.");
        }
        identities.holdAlone();
        EntityHead gone = lockAt(id, version);
        EntityHead survivor = lockAt(into, intoVersion);
        if (gone.type() != survivor.type()) {
            throw RequestFailure.badInput(
                    "id is of the type %s, into of the type %s; only entities of one type are merged."
                            .formatted(gone.type(), survivor.type()));
        }
        EntityContent goneContent = entities.content(gone.id());
        EntityContent before = entities.content(survivor.id());
        relinking.ofEntity(gone.id());
        relinkNames(goneContent.aliases());
        entities.merge(gone.id(), survivor.id());
        EntityContent after = entities.content(survivor.id());
        if (!before.country().equals(after.country())) {
            relinking.ofEntity(survivor.id());
            relinkNames(before.aliases());
        }
        entities.bump(gone.id());
        entities.bump(survivor.id());
        history.append(
                new EntityRevision(
                        gone.id(), gone.version() + 1, EntityRevisionKind.MERGED_AWAY, survivor.id(), List.of()),
                by);
        history.append(
                new EntityRevision(
                        survivor.id(),
                        survivor.version() + 1,
                        EntityRevisionKind.TOOK_IN,
                        gone.id(),
                        before.changesTo(after)),
                by);
        return survivor.id();
    }

    /**
     * Makes a part of an entity another one of the same type.
     *
     * @param content what the new one says of itself
     * @param named the aliases among its own that the other one has now and loses; those that it is given besides are new
     * @param mentions mentions of the other one that are mentions of the new one
     * @return the new entity
     */
    @Transactional
    UUID split(
            UUID id, int version, EntityContent content, Set<Alias> named, List<MentionPlace> mentions, Signature by) {
        identities.holdAlone();
        EntityHead head = lockAt(id, version);
        EntityContent before = entities.content(head.id());
        refuseMissing("aliases", named, before.aliases());
        EntityContent after = new EntityContent(
                before.country(),
                before.names(),
                before.descriptions(),
                new TreeSet<>(EntityContent.minus(before.aliases(), named)),
                new TreeSet<>(EntityContent.minus(before.externalIds(), content.externalIds())),
                before.relations());
        refuseNamesGiven(named, after);
        UUID part = entities.insert(head.type());
        entities.moveAliases(named, head.id(), part);
        change(head, EntityRevisionKind.SPLIT, part, before, after, by);
        refuseTaken(part, content.externalIds());
        entities.write(part, EntityContent.NOTHING, content);
        history.append(
                new EntityRevision(
                        part, 1, EntityRevisionKind.SPLIT_OFF, head.id(), EntityContent.NOTHING.changesTo(content)),
                by);
        giveMentions(mentions, head.id(), part, by);
        relinking.ofEntity(head.id());
        relinkNames(union(named, content.aliases()));
        return part;
    }

    /** Hides an entity from readers, or shows it again. When it is so already, nothing is written. */
    @Transactional
    UUID hide(UUID id, int version, boolean hidden, Signature by) {
        identities.holdAlone();
        EntityHead head = lockAt(id, version);
        if (head.hidden() == hidden) {
            return head.id();
        }
        entities.hide(head.id(), hidden);
        entities.bump(head.id());
        EntityRevisionKind kind = hidden ? EntityRevisionKind.HIDDEN : EntityRevisionKind.SHOWN;
        history.append(new EntityRevision(head.id(), head.version() + 1, kind, null, List.of()), by);
        relinking.ofEntity(head.id());
        relinkNames(entities.content(head.id()).aliases());
        return head.id();
    }

    private void change(
            EntityHead head,
            EntityRevisionKind kind,
            @Nullable UUID other,
            EntityContent before,
            EntityContent after,
            Signature by) {
        entities.write(head.id(), before, after);
        entities.bump(head.id());
        history.append(new EntityRevision(head.id(), head.version() + 1, kind, other, before.changesTo(after)), by);
    }

    private EntityHead lockAt(UUID id, int version) {
        EntityHead head = entities.lock(id)
                .orElseThrow(() -> RequestFailure.notFound("There is no entity with the id \"%s\".".formatted(id)));
        UUID mergedInto = head.mergedInto();
        if (mergedInto != null) {
            throw RequestFailure.conflict(
                    "The entity %s was merged into %s.".formatted(id, mergedInto),
                    Map.of("mergedInto", mergedInto.toString()));
        }
        if (head.version() != version) {
            throw RequestFailure.conflict(
                    "The entity %s has version %d by now, not %d: read it again."
                            .formatted(id, head.version(), version),
                    Map.of("currentVersion", head.version(), "version", version));
        }
        return head;
    }

    private void refuseTaken(UUID id, Collection<ExternalId> ids) {
        entities.findOtherWith(ids, id).ifPresent(other -> {
            throw RequestFailure.conflict(
                    "Another entity, %s, has one of the external ids.".formatted(other),
                    Map.of("entity", other.toString()));
        });
    }

    /** Relations to entities that were merged become relations to those that stand for them. */
    private EntityContent withTargets(UUID id, EntityType type, EntityContent content) {
        Map<UUID, EntityHead> targets = entities.listHeads(
                content.relations().stream().map(Relation::target).collect(Collectors.toSet()));
        SortedSet<Relation> relations = new TreeSet<>();
        for (Relation relation : content.relations()) {
            relations.add(RelationTargets.checked(relation, id, type, targets.get(relation.target())));
        }
        return new EntityContent(
                content.country(),
                content.names(),
                content.descriptions(),
                content.aliases(),
                content.externalIds(),
                relations);
    }

    private static void refuseMissing(String name, Set<Alias> named, Set<Alias> present) {
        EntityContent.minus(named, present).stream().findFirst().ifPresent(missing -> {
            throw RequestFailure.badInput("%s has \"%s\", which is no alias of the entity."
                    .formatted(name, InputTexts.shortened(missing.toString())));
        });
    }

    /** A display name is an alias in any case, so it cannot be taken away. */
    private static void refuseNamesGiven(Set<Alias> named, EntityContent after) {
        named.stream()
                .filter(alias -> alias.text().equals(after.names().get(alias.language())))
                .findFirst()
                .ifPresent(name -> {
                    throw RequestFailure.badInput(
                            "aliases has \"%s\", which is the entity's name: give it another first."
                                    .formatted(InputTexts.shortened(name.toString())));
                });
    }

    private void giveMentions(List<MentionPlace> mentions, UUID from, UUID to, Signature by) {
        Set<UUID> ids = identities.listAllIds(Set.of(from)).getOrDefault(from, Set.of(from));
        relinking.reassign(mentions, ids, to, by.author(), by.note()).stream()
                .findFirst()
                .ifPresent(missing -> {
                    throw RequestFailure.badInput("There is no mention of the entity in block %d of article %s at %d."
                            .formatted(missing.block(), missing.article(), missing.start()));
                });
    }

    private void relinkNames(Collection<Alias> aliases) {
        aliases.forEach(alias -> relinking.ofName(alias.language(), alias.type(), alias.text()));
    }

    private static Set<Alias> union(Set<Alias> some, Set<Alias> others) {
        Set<Alias> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
