package org.khabar.entity.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.exchange.EntityRecord.Text;

/**
 * An entity as a line of an export: what {@link EntityLine} reads. What only came to be with a source names it in {@code origin};
 * without one it is an operator's.
 *
 * @param cursor what goes on after this line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportLine(
        String cursor,
        String id,
        String type,
        int version,
        boolean edited,
        boolean hidden,
        String country,
        @Nullable Reference mergedInto,
        List<String> keys,
        List<LanguageText> names,
        List<LanguageText> descriptions,
        List<AliasText> aliases,
        List<Id> externalIds,
        List<Date> dates,
        List<RelationText> relations) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reference(@Nullable String entity, @Nullable String key) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LanguageText(
            String language, String text, @Nullable Origin origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AliasText(
            String language,
            String type,
            String text,
            @Nullable List<String> support,
            @Nullable Boolean retired,
            @Nullable Origin origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Id(String scheme, String value, @Nullable Origin origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Date(String property, String value, @Nullable Origin origin) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RelationText(
            String kind,
            @Nullable String entity,
            @Nullable String key,
            @Nullable String title,
            @Nullable String from,
            @Nullable String until,
            @Nullable Origin origin) {}

    static ExportLine of(EntityRecord entity) {
        return new ExportLine(
                ExportPosition.of(entity).cursor(),
                entity.id().toString(),
                entity.type().name(),
                entity.version(),
                entity.edited(),
                entity.hidden(),
                entity.country(),
                entity.mergedInto() == null ? null : reference(entity.mergedInto()),
                entity.keys(),
                texts(entity.names()),
                texts(entity.descriptions()),
                entity.aliases().stream().map(ExportLine::alias).toList(),
                entity.externalIds().stream()
                        .map(other -> new Id(other.scheme(), other.value(), said(other.origin())))
                        .toList(),
                new TreeMap<>(entity.dates())
                        .entrySet().stream()
                                .map(date -> new Date(
                                        date.getKey(),
                                        date.getValue().text(),
                                        said(date.getValue().origin())))
                                .toList(),
                entity.relations().stream().map(ExportLine::relation).toList());
    }

    private static Reference reference(EntityReference other) {
        return new Reference(other.id() == null ? null : other.id().toString(), other.key());
    }

    private static List<LanguageText> texts(Map<String, Text> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> new LanguageText(
                                text.getKey(),
                                text.getValue().text(),
                                said(text.getValue().origin())))
                        .toList();
    }

    private static AliasText alias(EntityRecord.Alias alias) {
        return new AliasText(
                alias.language(),
                alias.type().name(),
                alias.text(),
                alias.support().isEmpty() ? null : List.of(alias.support().split(" ", -1)),
                alias.retired() ? true : null,
                said(alias.origin()));
    }

    private static RelationText relation(EntityRecord.Relation relation) {
        Reference target = reference(relation.target());
        return new RelationText(
                relation.kind().name(),
                target.entity(),
                target.key(),
                relation.title().isEmpty() ? null : relation.title(),
                day(relation.from()),
                day(relation.until()),
                said(relation.origin()));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable Origin said(Origin origin) {
        return origin == Origin.OPERATOR ? null : origin;
    }
}
