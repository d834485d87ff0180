package org.khabar.entity.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.editing.EntityChange;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.EntityRecord.Text;

/** What became different in an entity, in the words of its history. */
final class ContentChanges {

    private ContentChanges() {}

    /** @param relationsToo whether relations are different; where they are named otherwise they need not be */
    static List<EntityChange> between(EntityRecord before, EntityRecord after, boolean relationsToo) {
        List<EntityChange> changes = new ArrayList<>();
        Map<String, List<String>> then = lines(after);
        lines(before).forEach((field, lines) -> {
            List<String> now = then.getOrDefault(field, List.of());
            List<String> removed = minus(lines, now);
            List<String> added = minus(now, lines);
            boolean counts = relationsToo || !field.equals("relations");
            if (counts && !(removed.isEmpty() && added.isEmpty())) {
                changes.add(new EntityChange(field, removed, added));
            }
        });
        return changes;
    }

    private static List<String> minus(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static Map<String, List<String>> lines(EntityRecord entity) {
        return new TreeMap<>(Map.of(
                "country",
                entity.country().isEmpty() ? List.of() : List.of(entity.country()),
                "names",
                texts(entity.names()),
                "descriptions",
                texts(entity.descriptions()),
                "aliases",
                entity.aliases().stream().map(ContentChanges::text).toList(),
                "externalIds",
                entity.externalIds().stream()
                        .map(id -> id.scheme() + ": " + id.value())
                        .toList(),
                "dates",
                texts(entity.dates()),
                "relations",
                entity.relations().stream().map(ContentChanges::text).toList()));
    }

    private static List<String> texts(Map<String, Text> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> text.getKey() + ": " + text.getValue().text())
                        .toList();
    }

    private static String text(Alias alias) {
        String support = alias.support().isEmpty() ? "" : " (" + alias.support() + ")";
        String retired = alias.retired() ? " (retired)" : "";
        return "%s %s: %s%s%s".formatted(alias.language(), alias.type(), alias.text(), support, retired);
    }

    private static String text(Relation relation) {
        boolean isDated = Stream.of(day(relation.from()), day(relation.until())).anyMatch(day -> !day.equals(".."));
        String days = isDated ? " %s/%s".formatted(day(relation.from()), day(relation.until())) : "";
        String title = relation.title().isEmpty() ? "" : " " + relation.title();
        return "%s %s%s%s".formatted(relation.kind(), relation.target(), title, days);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? ".." : day.toString();
    }
}
