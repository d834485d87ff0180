package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.TestCatalogue;
import org.khabar.entity.tagging.EntityType;

/** Compares links with annotations: over all, by language, by type of entity and by what a passage was written for. */
final class LinkingScorer {

    private record Place(int passage, int start, int end) {}

    /** A link that is wrong or missing, readable. */
    record Mistake(String about, String language, String what) {}

    private final TestCatalogue catalogue;
    private final Map<String, LinkingScore> groups = new LinkedHashMap<>();
    private final Map<String, LinkingScore> phenomena = new TreeMap<>();
    private final Map<Integer, int[]> calibration = new TreeMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    LinkingScorer(TestCatalogue catalogue) {
        this.catalogue = catalogue;
        groups.put("all", new LinkingScore());
    }

    /** Scores of all, of each language and of each type. */
    Map<String, LinkingScore> groups() {
        return groups;
    }

    Map<String, LinkingScore> phenomena() {
        return phenomena;
    }

    /** For each tenth of confidence, how many links there are and how many of them are right. */
    Map<Integer, int[]> calibration() {
        return calibration;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** @throws IllegalArgumentException when an entity is not in the catalogue */
    void add(GoldPassage gold, List<Link> links) {
        Map<Place, Link> linkByPlace = new HashMap<>();
        links.forEach(link -> linkByPlace.put(place(link), link));
        Map<Place, GoldSpan> goldByPlace = new HashMap<>();
        for (GoldSpan span : gold.spans()) {
            goldByPlace.put(new Place(span.passage(), span.start(), span.end()), span);
            addSpan(gold, span, linkByPlace.get(new Place(span.passage(), span.start(), span.end())), links);
        }
        for (Link link : links) {
            addLink(gold, link, goldByPlace.get(place(link)));
        }
    }

    private void addSpan(GoldPassage gold, GoldSpan span, @Nullable Link link, List<Link> links) {
        List<LinkingScore> scores = scores(gold, typeOf(span));
        if (span.demonym()) {
            boolean linked = links.stream().anyMatch(other -> overlaps(span, other));
            scores.forEach(score -> score.addDemonym(linked));
            return;
        }
        scores.forEach(score -> score.addQuestion(span.none(), link == null));
        if (!span.linked()) {
            return;
        }
        boolean right = link != null && link.entity().equals(entityOf(span).orElseThrow());
        scores.forEach(LinkingScore::addGold);
        if (link != null) {
            scores.forEach(score -> score.addSpanHit(right));
        }
        if (!right) {
            String instead = link == null ? "" : " but " + catalogue.nameOf(link.entity());
            note(gold, "missing: %s = %s%s".formatted(gold.surface(span), span.entity(), instead));
        }
    }

    private void addLink(GoldPassage gold, Link link, @Nullable GoldSpan span) {
        boolean right =
                span != null && span.linked() && entityOf(span).orElseThrow().equals(link.entity());
        EntityType type = span != null && span.linked() ? typeOf(span) : catalogue.typeOf(link.entity());
        scores(gold, type).forEach(LinkingScore::addFound);
        int[] counts = calibration.computeIfAbsent((int) Math.min(9, link.confidence() * 10), tenth -> new int[2]);
        counts[0]++;
        counts[1] += right ? 1 : 0;
        if (!right && (span == null || !span.linked())) {
            String what = span == null ? "not there" : span.demonym() ? "adjective" : "none";
            note(
                    gold,
                    "%s: %s = %s %.2f"
                            .formatted(
                                    what,
                                    link.occurrence().surface(),
                                    catalogue.nameOf(link.entity()),
                                    link.confidence()));
        }
    }

    private void note(GoldPassage gold, String what) {
        mistakes.add(new Mistake(String.join(" ", gold.phenomena()), String.valueOf(gold.language()), what));
    }

    private List<LinkingScore> scores(GoldPassage gold, @Nullable EntityType type) {
        List<LinkingScore> scores = new ArrayList<>();
        scores.add(group("all"));
        scores.add(group("language " + gold.language()));
        if (type != null) {
            scores.add(group("type " + type));
        }
        gold.phenomena().forEach(name -> scores.add(phenomena.computeIfAbsent(name, _ -> new LinkingScore())));
        return scores;
    }

    private LinkingScore group(String name) {
        return groups.computeIfAbsent(name, _ -> new LinkingScore());
    }

    private @Nullable EntityType typeOf(GoldSpan span) {
        return span.entity() == null
                ? span.type()
                : catalogue.typeOf(entityOf(span).orElseThrow());
    }

    private Optional<UUID> entityOf(GoldSpan span) {
        return Optional.ofNullable(span.entity())
                .map(key -> catalogue
                        .find(key)
                        .orElseThrow(() -> new IllegalArgumentException("no entity of the catalogue: " + key)));
    }

    private static Place place(Link link) {
        return new Place(
                link.passage(), link.occurrence().start(), link.occurrence().end());
    }

    private static boolean overlaps(GoldSpan span, Link link) {
        return span.overlaps(
                link.passage(), link.occurrence().start(), link.occurrence().end());
    }
}
