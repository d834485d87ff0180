package org.khabar.entity.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;

/**
 * Says what lines make of entities, without writing anything.
 *
 * @param matches which entities the lines are about
 * @param targets which others they name
 * @param stored the entities that they are about, as they are
 * @param waiting their relations whose other end is not there
 */
record Decisions(Matches matches, Targets targets, Map<UUID, EntityRecord> stored, Map<UUID, Set<Object>> waiting) {

    /**
     * What a line makes of its entity.
     *
     * @param fresh the id of a new entity whose line has none
     * @throws RequestFailure when it cannot be
     */
    Change decide(EntityLine line, UUID fresh) {
        Optional<UUID> entity = matches.find(line);
        Change change = entity.isPresent() ? update(line, stored(entity.get())) : create(line, fresh);
        refuseTaken(change);
        if (change.relationsDiffer()) {
            checkRelations(change.after(), Objects.requireNonNullElse(line.relations(), List.of()));
        }
        return change;
    }

    EntityRecord stored(UUID id) {
        EntityRecord entity = stored.get(id);
        if (entity == null) {
            throw new IllegalStateException("The entity %s was not read.".formatted(id));
        }
        return entity;
    }

    private Change create(EntityLine line, UUID fresh) {
        EntityType type = line.type();
        if (type == null || line.names() == null) {
            throw RequestFailure.badInput(
                    "$.%s is missing, and there is no such entity.".formatted(type == null ? "type" : "names"));
        }
        EntityRecord nothing = EntityRecord.nothing(line.id() == null ? fresh : line.id(), type);
        List<Relation> relations = line.relations() == null ? List.of() : resolved(line.relations());
        EntityRecord after = line.applyTo(nothing, relations)
                .at(line.version() == null ? 1 : line.version(), !Boolean.FALSE.equals(line.edited()));
        return new Change(nothing, after, true, !relations.isEmpty());
    }

    private Change update(EntityLine line, EntityRecord before) {
        EntityReference mergedInto = before.mergedInto();
        if (mergedInto != null) {
            throw RequestFailure.conflict(
                    "The entity %s was merged into %s.".formatted(before.id(), mergedInto),
                    Map.of("mergedInto", mergedInto.toString()));
        }
        if (line.type() != null && line.type() != before.type()) {
            throw RequestFailure.conflict(
                    "$.type is %s; the entity %s is of the type %s.".formatted(line.type(), before.id(), before.type()),
                    Map.of());
        }
        List<Relation> said = line.relations();
        boolean relationsDiffer = said != null && !isStored(said, before);
        EntityLine ours = line.ofOperators();
        List<Relation> relations =
                relationsDiffer && ours.relations() != null ? resolved(ours.relations()) : before.relations();
        EntityRecord after = ours.applyTo(before, relations);
        Change change = new Change(before, after, false, relationsDiffer);
        if (change.isNothing()) {
            return change;
        }
        return new Change(before, after.at(version(line, before), true), false, relationsDiffer);
    }

    /** Those whose other end is there are to the id that it has here. */
    private List<Relation> resolved(List<Relation> relations) {
        return relations.stream()
                .map(relation -> targets.find(relation.target())
                        .map(target -> relation.to(new EntityReference(target.id(), null)))
                        .orElse(relation))
                .toList();
    }

    private boolean isStored(List<Relation> said, EntityRecord before) {
        Set<Object> names = RelationNames.said(said, targets);
        Set<Object> present = RelationNames.stored(before.relations());
        Set<Object> awaited = waiting.getOrDefault(before.id(), Set.of());
        return names.containsAll(present)
                && names.stream().allMatch(name -> present.contains(name) || awaited.contains(name));
    }

    /** Ids are only those of the same entity's history, so that only with them versions can be compared. */
    private int version(EntityLine line, EntityRecord before) {
        Integer said = matches.isById(line) ? line.version() : null;
        if (said != null && said < before.version()) {
            throw RequestFailure.conflict(
                    "The entity %s has version %d by now, not %d: export it again."
                            .formatted(before.id(), before.version(), said),
                    Map.of());
        }
        return Math.max(before.version() + 1, said == null ? 0 : said);
    }

    private void refuseTaken(Change change) {
        for (ExternalId id : change.after().externalIds()) {
            boolean isNew = change.before().externalIds().stream()
                    .noneMatch(known ->
                            known.scheme().equals(id.scheme()) && known.value().equals(id.value()));
            Optional<UUID> other = matches.owners(id).stream()
                    .filter(owner -> !owner.equals(change.id()))
                    .findFirst();
            if (isNew && other.isPresent()) {
                throw RequestFailure.conflict(
                        "Another entity, %s, has the external id %s %s."
                                .formatted(other.get(), id.scheme(), id.value()),
                        Map.of());
            }
        }
    }

    /** What is known of the other end must fit; of one that comes later nothing is. */
    private void checkRelations(EntityRecord entity, List<Relation> relations) {
        for (Relation relation : relations) {
            EntityReference target = relation.target();
            if (isSelf(entity, target)) {
                throw RequestFailure.badInput("A relation %s is to the entity itself.".formatted(relation.kind()));
            }
            EntityType type = targets.findType(target).orElse(null);
            if (!allows(relation, entity.type(), type)) {
                throw RequestFailure.badInput("A relation %s is from %s to %s, which cannot be."
                        .formatted(relation.kind(), entity.type(), type));
            }
        }
    }

    private boolean isSelf(EntityRecord entity, EntityReference target) {
        return entity.id().equals(targets.find(target).map(Targets.Target::id).orElse(target.id()))
                || (target.key() != null && entity.keys().contains(target.key()));
    }

    private static boolean allows(Relation relation, EntityType from, @Nullable EntityType to) {
        return to == null || relation.kind().allows(from, to);
    }
}
