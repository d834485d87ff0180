package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.editing.CatalogueDesk;
import org.khabar.entity.editing.Signature;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.mention.RelinkedName;
import org.khabar.entity.mention.Relinking;

/**
 * Makes the catalogue what lines say, in one transaction: all of them or none, but for those that cannot be, which fail alone.
 * Edits exclude each other, and so does this.
 */
@ApplicationScoped
class EntryWriter {

    private final EntityIdentities identities;
    private final MatchRepository matching;
    private final EntityRecordRepository entities;
    private final EntityRecordWriter writer;
    private final RevisionRepository history;
    private final Relinking relinking;
    private final CatalogueDesk desk;

    EntryWriter(
            EntityIdentities identities,
            MatchRepository matching,
            EntityRecordRepository entities,
            EntityRecordWriter writer,
            RevisionRepository history,
            Relinking relinking,
            CatalogueDesk desk) {
        this.identities = identities;
        this.matching = matching;
        this.entities = entities;
        this.writer = writer;
        this.history = history;
        this.relinking = relinking;
        this.desk = desk;
    }

    /**
     * Writes entities, up to the first line about one that an earlier line was about by another name: what such a line makes of it
     * can be said only of what the earlier one has made.
     *
     * @param entries lines that name different entities, none of which was merged; or what is wrong with lines
     * @return of the lines that were written, one at least
     */
    @Transactional
    List<Outcome> write(List<Entry> entries, ImportAuthor author) {
        identities.holdAlone();
        List<EntityLine> lines =
                entries.stream().map(Entry::entity).flatMap(Stream::ofNullable).toList();
        Decisions decisions = decisions(lines);
        List<UUID> fresh = matching.freshIds(entries.size());
        List<Change> changes = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        Set<UUID> about = new HashSet<>();
        for (int i = 0; i < entries.size() && isOfAnother(entries.get(i), decisions.matches(), about); i++) {
            outcomes.add(decide(entries.get(i), decisions, fresh.get(i), changes));
        }
        writer.write(changes, decisions.targets());
        history.append(changes, author.name());
        linkAgain(changes, author);
        return withWaiting(outcomes, changes);
    }

    private Decisions decisions(List<EntityLine> lines) {
        Matches matches = matching.match(lines);
        Set<UUID> about = new HashSet<>(matches.ids());
        about.addAll(matches.keys().values());
        matches.externalIds().values().forEach(about::addAll);
        return new Decisions(matches, matching.targets(lines), entities.listByIds(about), matching.listWaiting(about));
    }

    /** Whether a line is not about one of these entities, its own being among them from now on. */
    private static boolean isOfAnother(Entry entry, Matches matches, Set<UUID> about) {
        EntityLine line = entry.entity();
        if (line == null) {
            return true;
        }
        try {
            return matches.find(line).map(about::add).orElse(true);
        } catch (RequestFailure saidByTheDecision) {
            return true;
        }
    }

    private static Outcome decide(Entry entry, Decisions decisions, UUID fresh, List<Change> changes) {
        EntityLine line = entry.entity();
        if (line == null) {
            return Outcome.failed(entry, Objects.requireNonNull(entry.error()));
        }
        try {
            Change change = decisions.decide(line, fresh);
            if (change.status() != Outcome.Status.UNCHANGED) {
                changes.add(change);
            }
            return Outcome.of(
                    entry, change.status(), change.id(), change.after().version());
        } catch (RequestFailure refused) {
            return Outcome.failed(entry, ItemError.of(refused));
        }
    }

    private void linkAgain(Collection<Change> changes, ImportAuthor author) {
        if (changes.isEmpty() || !relinking.hasArticles()) {
            return;
        }
        Set<RelinkedName> names = ChangedNames.names(changes);
        if (author.count(names.size())) {
            relinking.ofNames(names);
            relinking.ofEntities(ChangedNames.entities(changes));
        } else {
            relinking.ofAll();
        }
    }

    private List<Outcome> withWaiting(List<Outcome> outcomes, Collection<Change> changes) {
        List<UUID> related =
                changes.stream().filter(Change::relationsDiffer).map(Change::id).toList();
        if (related.isEmpty()) {
            return outcomes;
        }
        Map<UUID, Integer> waiting = writer.countWaiting(related);
        return outcomes.stream()
                .map(outcome ->
                        outcome.id() == null ? outcome : outcome.withWaiting(waiting.getOrDefault(outcome.id(), 0)))
                .toList();
    }

    /**
     * Makes an id stand for another entity.
     *
     * @throws RequestFailure when that cannot be; nothing is written then
     */
    @Transactional
    Outcome merge(Entry entry, ImportAuthor author) {
        identities.holdAlone();
        EntityLine line = Objects.requireNonNull(entry.entity());
        Decisions decisions = decisions(List.of(line));
        EntityReference into = Objects.requireNonNull(line.mergedInto());
        Targets.Target survivor = decisions
                .targets()
                .find(into)
                .orElseThrow(
                        () -> RequestFailure.notFound("$.mergedInto is %s; there is no such entity.".formatted(into)));
        if (line.type() != null && line.type() != survivor.type()) {
            throw RequestFailure.badInput("$.type is %s; the entity that it was merged into is of the type %s."
                    .formatted(line.type(), survivor.type()));
        }
        Optional<UUID> known = decisions.matches().find(line);
        return known.isPresent()
                ? mergeKnown(entry, decisions.stored(known.get()), survivor, author)
                : insertMerged(entry, line, survivor, author);
    }

    private Outcome mergeKnown(Entry entry, EntityRecord gone, Targets.Target survivor, ImportAuthor author) {
        EntityReference stands = gone.mergedInto();
        if (stands == null) {
            UUID unused = desk.merge(
                    gone.id(), gone.version(), survivor.id(), survivor.version(), new Signature(author.name(), null));
            return Outcome.of(entry, Outcome.Status.UPDATED, gone.id(), gone.version() + 1);
        }
        if (!survivor.id().equals(stands.id())) {
            throw RequestFailure.conflict(
                    "The entity %s was merged into another one, %s.".formatted(gone.id(), stands), Map.of());
        }
        return Outcome.of(entry, Outcome.Status.UNCHANGED, gone.id(), gone.version());
    }

    private Outcome insertMerged(Entry entry, EntityLine line, Targets.Target survivor, ImportAuthor author) {
        UUID id = line.id();
        if (id == null) {
            throw RequestFailure.badInput("$.id is missing: it is what is to stand for another entity.");
        }
        int version = Objects.requireNonNullElse(line.version(), 1);
        writer.insertMerged(line, id, survivor);
        history.appendMerged(id, version, survivor.id(), author.name());
        return Outcome.of(entry, Outcome.Status.CREATED, id, version);
    }
}
