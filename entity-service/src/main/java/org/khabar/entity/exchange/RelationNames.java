package org.khabar.entity.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.relation.RelationClaims;

/** What relations say, so that it can be compared however their other end is named. */
final class RelationNames {

    private RelationNames() {}

    /** Those that a line says. */
    static Set<Object> said(Collection<Relation> relations, Targets targets) {
        return relations.stream()
                .map(relation -> of(relation, targets.name(relation.target())))
                .collect(Collectors.toSet());
    }

    /** Those that the catalogue has: their other end is there. */
    static Set<Object> stored(Collection<Relation> relations) {
        return relations.stream()
                .map(relation -> of(
                        relation,
                        RelationClaims.ofId(
                                Objects.requireNonNull(relation.target().id()))))
                .collect(Collectors.toSet());
    }

    /** Kind, other end, title and days: texts. */
    private static Object of(Relation relation, String target) {
        return List.of(relation.kind().name(), target, relation.title(), day(relation.from()), day(relation.until()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
