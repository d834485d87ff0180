package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.AliasType;

/** Has articles linked again that a change of the catalogue can touch, once the transaction of the caller is committed. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Relinking {

    private final RelinkQueue queue;
    private final Reassignments reassignments;

    Relinking(RelinkQueue queue, Reassignments reassignments) {
        this.queue = queue;
        this.reassignments = reassignments;
    }

    /** Those that mention the entity. */
    public void ofEntity(UUID entity) {
        queue.request(entity);
    }

    /** Those whose text may hold the name. */
    public void ofName(String language, AliasType type, String name) {
        TextWords.patterns(language, type, name).forEach(queue::request);
    }

    /** Those whose text may hold the name, in whatever language it is one. */
    public void ofName(String name) {
        TextWords.patterns(name).forEach(queue::request);
    }

    /** Those that mention any of the entities, after what is asked for one by one. */
    public void ofEntities(Collection<UUID> entities) {
        queue.request(entities);
    }

    /** Those whose text may hold any of the names, in one statement, after what is asked for one by one. */
    public void ofNames(Collection<RelinkedName> names) {
        queue.request(names.stream()
                .flatMap(name -> TextWords.patterns(name.language(), name.type(), name.text()).stream())
                .toList());
    }

    /** All, last: for changes by the thousand, whose names would be looked for one by one. */
    public void ofAll() {
        queue.requestAll();
    }

    /** Whether there is any article to be linked again, and will not be one before the transaction of the caller ends. */
    public boolean hasArticles() {
        return queue.hasArticles();
    }

    /**
     * Gives mentions of some entities to another one, as an editor's decision. They show it once their articles are linked
     * again, each article as a whole.
     *
     * @param author the editor's name
     * @return the places where no mention of theirs is shown; nothing is given when there is one
     */
    public List<MentionPlace> reassign(
            List<MentionPlace> places, Collection<UUID> from, UUID to, String author, @Nullable String note) {
        List<MentionPlace> missing = reassignments.listMissing(places, Set.copyOf(from));
        if (missing.isEmpty()) {
            reassignments.store(places, to, author, note);
        }
        return missing;
    }
}
