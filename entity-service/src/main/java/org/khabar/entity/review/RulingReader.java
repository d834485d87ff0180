package org.khabar.entity.review;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.mention.MentionNode;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.mention.MentionReader;
import org.khabar.entity.mention.MentionStatus;
import org.khabar.entity.ruling.Decision;
import org.khabar.entity.ruling.PastDecision;
import org.khabar.entity.ruling.RuledStretch;
import org.khabar.entity.ruling.Ruling;
import org.khabar.entity.ruling.Rulings;
import org.khabar.entity.ruling.Verdict;

/** Reads what editors have decided about mentions, for many articles at a time. */
@ApplicationScoped
@Transactional
class RulingReader {

    private final Rulings rulings;
    private final MentionReader mentions;
    private final Catalogue catalogue;
    private final SecurityIdentity caller;

    RulingReader(Rulings rulings, MentionReader mentions, Catalogue catalogue, SecurityIdentity caller) {
        this.rulings = rulings;
        this.mentions = mentions;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** The rulings of each article, in the order of the text. */
    Map<UUID, List<MentionRulingNode>> listByArticles(Set<UUID> articles, RequestBudget budget) {
        Map<UUID, List<Ruling>> byArticle = rulings.listByArticles(articles, budget);
        List<Ruling> all = byArticle.values().stream().flatMap(List::stream).toList();
        Map<UUID, List<MentionRulingNode>> nodes = new HashMap<>();
        nodes(all, budget)
                .forEach((ruling, node) -> nodes.computeIfAbsent(
                                ruling.stretch().article(), article -> new ArrayList<>())
                        .add(node));
        return nodes;
    }

    MentionRulingNode get(UUID id, RequestBudget budget) {
        Ruling ruling = rulings.find(id).orElseThrow();
        return Objects.requireNonNull(nodes(List.of(ruling), budget).get(ruling));
    }

    private Map<Ruling, MentionRulingNode> nodes(List<Ruling> all, RequestBudget budget) {
        Map<UUID, List<PastDecision>> decisions =
                rulings.listDecisions(all.stream().map(Ruling::id).toList(), budget);
        Map<UUID, EntityNode> entities = catalogue.listByIds(entities(all, decisions.values()), seesHidden());
        Map<MentionPlace, MentionNode> standing = mentions.listAt(
                all.stream().filter(Ruling::standing).map(RulingReader::place).toList());
        List<ArticleNode> articles = ArticleNode.listOf(all.stream()
                .map(ruling -> ruling.stretch().article().toString())
                .toList());
        Map<Ruling, MentionRulingNode> nodes = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Ruling ruling = all.get(i);
            List<MentionDecisionNode> past = decisions.getOrDefault(ruling.id(), List.of()).stream()
                    .map(decision -> MentionDecisionNode.of(decision, entities))
                    .toList();
            nodes.put(ruling, node(ruling, articles.get(i), standing, entities, past));
        }
        return nodes;
    }

    private static MentionRulingNode node(
            Ruling ruling,
            ArticleNode article,
            Map<MentionPlace, MentionNode> mentions,
            Map<UUID, EntityNode> entities,
            List<MentionDecisionNode> decisions) {
        RuledStretch stretch = ruling.stretch();
        Verdict verdict = ruling.verdict();
        return new MentionRulingNode(
                ruling.id().toString(),
                ruling.version(),
                status(verdict),
                verdict.meant() == null ? null : entities.get(verdict.meant()),
                verdict.rejected().stream()
                        .sorted()
                        .flatMap(entity -> Optional.ofNullable(entities.get(entity)).stream())
                        .toList(),
                article,
                ruling.standing(),
                stretch.surface(),
                stretch.block(),
                stretch.start(),
                mention(ruling, mentions),
                decisions);
    }

    private static @Nullable MentionNode mention(Ruling ruling, Map<MentionPlace, MentionNode> mentions) {
        MentionNode mention = mentions.get(place(ruling));
        return mention != null && ruling.isOn(mention.block(), mention.start(), mention.end()) ? mention : null;
    }

    private static MentionStatus status(Verdict verdict) {
        if (verdict.meant() != null) {
            return MentionStatus.CONFIRMED;
        }
        return verdict.rejected().isEmpty() ? MentionStatus.AUTO : MentionStatus.REJECTED;
    }

    private static MentionPlace place(Ruling ruling) {
        RuledStretch stretch = ruling.stretch();
        return new MentionPlace(stretch.article(), stretch.block(), stretch.start());
    }

    private static Set<UUID> entities(List<Ruling> all, Collection<List<PastDecision>> decisions) {
        Set<UUID> entities = new HashSet<>();
        for (Ruling ruling : all) {
            entities.addAll(ruling.verdict().rejected());
            addIfGiven(entities, ruling.verdict().meant());
        }
        for (List<PastDecision> past : decisions) {
            past.stream().map(PastDecision::decision).forEach(decision -> addEntities(entities, decision));
        }
        return entities;
    }

    private static void addEntities(Set<UUID> entities, Decision decision) {
        addIfGiven(entities, decision.entity());
        addIfGiven(entities, decision.former());
    }

    private static void addIfGiven(Set<UUID> entities, @Nullable UUID entity) {
        if (entity != null) {
            entities.add(entity);
        }
    }

    private boolean seesHidden() {
        return caller.hasRole("editor") || caller.hasRole("admin");
    }
}
