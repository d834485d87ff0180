package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityIdentities;
import org.khabar.entity.catalogue.EntityIdentities.Identity;
import org.khabar.entity.editing.Signature;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.mention.DecidedArticles;
import org.khabar.entity.mention.MentionId;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.mention.Relinking;
import org.khabar.entity.mention.StoredMention;
import org.khabar.entity.ruling.Decision;
import org.khabar.entity.ruling.RuledStretch;
import org.khabar.entity.ruling.Ruling;
import org.khabar.entity.ruling.Rulings;
import org.khabar.entity.ruling.Verdict;

/**
 * What editors decide about mentions. Each call is one transaction, which leaves the article with the mentions that it has by that
 * decision. Deciding what holds already is no decision; of two that start from the same version one is refused.
 */
@ApplicationScoped
class MentionDesk {

    private final DecidedArticles articles;
    private final EntityIdentities identities;
    private final Rulings rulings;
    private final Relinking relinking;

    MentionDesk(DecidedArticles articles, EntityIdentities identities, Rulings rulings, Relinking relinking) {
        this.articles = articles;
        this.identities = identities;
        this.rulings = rulings;
        this.relinking = relinking;
    }

    /**
     * Says that a mention is of its entity.
     *
     * @param version of the ruling on it that the caller has read, 0 for none
     * @return the ruling
     */
    @Transactional
    UUID confirm(MentionId mention, int version, Signature by) {
        articles.hold();
        UUID entity = identity(mention.entity(), "id").entity();
        return decide(mention.place(), entity, entity, version, Decision.confirmed(entity, by.author(), by.note()));
    }

    /** Says that a mention is not of its entity. */
    @Transactional
    UUID reject(MentionId mention, int version, Signature by) {
        articles.hold();
        UUID entity = identity(mention.entity(), "id").entity();
        return decide(mention.place(), entity, null, version, Decision.rejected(entity, by.author(), by.note()));
    }

    /** Says that a mention is of another entity. */
    @Transactional
    UUID reassign(MentionId mention, int version, UUID to, Signature by) {
        articles.hold();
        UUID former = identity(mention.entity(), "id").entity();
        Identity target = identity(to, "entityId");
        if (target.hidden()) {
            throw RequestFailure.badInput("entityId is a hidden entity, which no article mentions: show it first.");
        }
        UUID entity = target.entity();
        Decision decision = former.equals(entity)
                ? Decision.confirmed(entity, by.author(), by.note())
                : Decision.reassigned(former, entity, by.author(), by.note());
        return decide(mention.place(), former, entity, version, decision);
    }

    /** Takes back the last decision that holds about a stretch. */
    @Transactional
    UUID undo(UUID id, int version, Signature by) {
        articles.hold();
        Ruling ruling = rulings.find(id)
                .orElseThrow(() -> RequestFailure.notFound("There is no ruling with the id \"%s\".".formatted(id)));
        refuseOther(version, ruling.version());
        finish(rulings.undo(ruling, Decision.undone(by.author(), by.note())), ruling.version());
        return id;
    }

    /** @param meant whom the stretch means then; null when it is not {@code entity} */
    private UUID decide(MentionPlace place, UUID entity, @Nullable UUID meant, int version, Decision decision) {
        Optional<StoredMention> mention = findMention(place, entity);
        List<Ruling> there = rulings.listAt(place.article(), place.block(), place.start()).stream()
                .filter(ruling -> mention.isEmpty() || ruling.isOn(place.block(), place.start(), end(mention.get())))
                .toList();
        Optional<Ruling> holding = there.stream()
                .filter(ruling -> holds(ruling.verdict(), entity, meant))
                .findFirst();
        if (holding.isPresent()) {
            return holding.get().id();
        }
        int versionBefore = there.stream().findFirst().map(Ruling::version).orElse(0);
        refuseOther(version, versionBefore);
        Rulings.Outcome outcome = rulings.decide(stretch(place, mention), decision);
        finish(outcome, versionBefore);
        return outcome.ruling().id();
    }

    private static boolean holds(Verdict verdict, UUID entity, @Nullable UUID meant) {
        return meant == null
                ? verdict.rejected().contains(entity) && !entity.equals(verdict.meant())
                : meant.equals(verdict.meant());
    }

    private Optional<StoredMention> findMention(MentionPlace place, UUID entity) {
        return articles.findMention(place)
                .filter(stored -> identities.listByIds(Set.of(stored.entity())).values().stream()
                        .anyMatch(identity -> identity.entity().equals(entity)));
    }

    private static int end(StoredMention mention) {
        return mention.place().start() + mention.surface().length();
    }

    private RuledStretch stretch(MentionPlace place, Optional<StoredMention> mention) {
        if (mention.isEmpty()) {
            throw RequestFailure.conflict(
                    "There is no such mention any more in block %d of article %s at %d: read the article's mentions again."
                            .formatted(place.block(), place.article(), place.start()),
                    Map.of("article", place.article().toString()));
        }
        return articles.findStretch(place)
                .orElseThrow(() -> RequestFailure.badInput(
                        "The text of article %s is not kept here, as it came before texts were; it can be decided about once there is another version of it."
                                .formatted(place.article())));
    }

    private void finish(Rulings.Outcome outcome, int versionBefore) {
        Ruling ruling = outcome.ruling();
        if (outcome.priorMoved()) {
            relinking.ofName(ruling.stretch().surface());
        }
        if (ruling.version() != versionBefore) {
            articles.linkAgain(ruling.stretch().article());
        }
    }

    private static void refuseOther(int version, int current) {
        if (version != current) {
            throw RequestFailure.conflict(
                    "The ruling on the mention has version %d by now, not %d: read it again."
                            .formatted(current, version),
                    Map.of("currentVersion", current, "version", version));
        }
    }

    private Identity identity(UUID id, String name) {
        return Optional.ofNullable(identities.listByIds(Set.of(id)).get(id))
                .orElseThrow(
                        () -> RequestFailure.notFound("%s is of %s; there is no such entity.".formatted(name, id)));
    }
}
