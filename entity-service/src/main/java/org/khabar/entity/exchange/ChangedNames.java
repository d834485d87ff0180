package org.khabar.entity.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.mention.RelinkedName;

/** What articles changes can touch: those that mention an entity, and those whose text may hold a name. */
final class ChangedNames {

    private ChangedNames() {}

    /** Entities that are mentioned otherwise from now on, whatever their names. */
    static List<UUID> entities(Collection<Change> changes) {
        return changes.stream().filter(ChangedNames::isAnother).map(Change::id).toList();
    }

    /** Names that mean something else from now on. */
    static Set<RelinkedName> names(Collection<Change> changes) {
        Set<RelinkedName> names = new HashSet<>();
        for (Change change : changes) {
            List<Alias> before = used(change.before());
            List<Alias> after = used(change.after());
            Stream<Alias> touched = isAnother(change)
                    ? Stream.concat(before.stream(), after.stream())
                    : Stream.concat(minus(before, after), minus(after, before));
            touched.forEach(alias -> names.add(new RelinkedName(alias.language(), alias.type(), alias.text())));
        }
        return names;
    }

    private static boolean isAnother(Change change) {
        return !change.isNew()
                && (change.before().hidden() != change.after().hidden()
                        || !change.before().country().equals(change.after().country()));
    }

    private static List<Alias> used(EntityRecord entity) {
        return entity.aliases().stream().filter(alias -> !alias.retired()).toList();
    }

    private static Stream<Alias> minus(List<Alias> aliases, List<Alias> others) {
        return aliases.stream().filter(alias -> others.stream().noneMatch(alias::saysTheSame));
    }
}
