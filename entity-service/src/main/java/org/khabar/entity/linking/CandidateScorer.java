package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;

/** Weighs the candidates of the occurrences of one article. */
final class CandidateScorer {

    private final LinkingPolicy policy;
    private final LinkingContext context;
    private final Prior prior;
    private final ArticleEvidence article;
    private final Senses senses;
    private final Set<UUID> linked;

    /** @param linked whom the article has named so far; grows while it is read */
    CandidateScorer(
            LinkingPolicy policy,
            LinkingContext context,
            Prior prior,
            ArticleEvidence article,
            Senses senses,
            Set<UUID> linked) {
        this.policy = policy;
        this.context = context;
        this.prior = prior;
        this.article = article;
        this.senses = senses;
        this.linked = linked;
    }

    /** The candidate that most speaks for; empty without one, or where two are equally likely. */
    Optional<CandidateScore> best(PassageEvidence passage, Occurrence occurrence) {
        Candidates candidates = Candidates.of(occurrence);
        List<CandidateScore> scores = new ArrayList<>();
        for (AliasEntry alias : candidates.strong().values()) {
            scores.add(strong(passage, occurrence, candidates, alias));
        }
        for (AliasEntry alias : candidates.weak().values()) {
            scores.add(weak(passage, occurrence, candidates, alias));
        }
        compete(scores);
        return only(scores);
    }

    private static void compete(List<CandidateScore> scores) {
        double all = scores.stream().mapToDouble(CandidateScore::exponential).sum();
        List<Double> others =
                scores.stream().map(score -> all - score.exponential()).toList();
        for (int i = 0; i < scores.size(); i++) {
            scores.get(i).compete(scores.size() == 1 ? 0 : others.get(i));
        }
    }

    private static Optional<CandidateScore> only(List<CandidateScore> scores) {
        Optional<CandidateScore> best = scores.stream().max(Comparator.comparingDouble(CandidateScore::sum));
        return best.filter(score -> scores.stream().noneMatch(other -> other != score && other.sum() >= score.sum()));
    }

    private CandidateScore strong(
            PassageEvidence passage, Occurrence occurrence, Candidates candidates, AliasEntry alias) {
        CandidateScore score = new CandidateScore(alias);
        score.add(LinkingFeature.KIND, Odds.of(confidence(alias, occurrence)));
        score.add(LinkingFeature.REVIEWED, prior.weight(occurrence.surface(), alias.entity()));
        passage.weighName(score, occurrence);
        if (candidates.strong().size() > 1) {
            weighShared(score, passage, occurrence, candidates);
        }
        if (isRivalNamed(candidates.weak().values()) && !linked.contains(alias.entity())) {
            score.add(LinkingFeature.RIVAL_NAMED, Weights.RIVAL_NAMED);
        }
        return score;
    }

    private boolean isRivalNamed(Collection<AliasEntry> weak) {
        return weak.stream().filter(alias -> linked.contains(alias.entity())).count() == 1;
    }

    private void weighShared(
            CandidateScore score, PassageEvidence passage, Occurrence occurrence, Candidates candidates) {
        AliasEntry alias = score.alias();
        int marks = sharedMarks(occurrence, alias.entity());
        int most = candidates.strong().keySet().stream()
                .mapToInt(entity -> sharedMarks(occurrence, entity))
                .max()
                .orElse(0);
        score.add(LinkingFeature.SPELLING, marks > 0 && marks == most ? Weights.SPELLING : 0);
        score.add(LinkingFeature.NAMED_OTHERWISE, article.names(alias.entity()) ? Weights.NAMED_OTHERWISE : 0);
        weighCountries(score);
        passage.weighShared(score, occurrence);
        score.add(LinkingFeature.ONE_SENSE, senses.elsewhere(passage, occurrence, alias));
    }

    private void weighCountries(CandidateScore score) {
        String country = score.alias().country();
        score.add(LinkingFeature.COUNTRY, Weights.country(article.weightOf(country)));
        boolean ofTheOutlet = country != null && country.equals(context.outletCountry());
        score.add(LinkingFeature.OUTLET_COUNTRY, ofTheOutlet ? Weights.OUTLET_COUNTRY : 0);
    }

    private CandidateScore weak(
            PassageEvidence passage, Occurrence occurrence, Candidates candidates, AliasEntry alias) {
        CandidateScore score = new CandidateScore(alias);
        score.add(LinkingFeature.KIND, Weights.SHORT_ALONE);
        boolean named = linked.contains(alias.entity());
        if (named) {
            score.add(LinkingFeature.NAMED_BEFORE, Odds.of(policy.shortAfterName()) - Weights.SHORT_ALONE);
        }
        boolean titled = passage.weighTitle(score, occurrence);
        boolean placed = !titled && !named && isPlaceOfItsCountry(alias);
        if (placed) {
            score.add(LinkingFeature.COUNTRY, Odds.of(policy.shortWithTitle()) - Weights.SHORT_ALONE);
        }
        if (named || titled || placed) {
            weighShort(score, passage, occurrence, candidates);
        }
        return score;
    }

    private void weighShort(
            CandidateScore score, PassageEvidence passage, Occurrence occurrence, Candidates candidates) {
        score.add(
                LinkingFeature.REVIEWED,
                prior.weight(occurrence.surface(), score.alias().entity()));
        score.add(LinkingFeature.ADJECTIVE, candidates.demonym() ? Weights.ADJECTIVE : 0);
        passage.weighShort(score, occurrence);
        if (candidates.strong().size() + candidates.weak().size() > 1) {
            weighCountries(score);
        }
    }

    private boolean isPlaceOfItsCountry(AliasEntry alias) {
        return alias.entityType() == EntityType.PLACE && article.namesSomethingOf(alias.country());
    }

    private static int sharedMarks(Occurrence occurrence, UUID entity) {
        return occurrence.aliases().stream()
                .filter(alias -> alias.entity().equals(entity))
                .mapToInt(alias -> VowelMarks.shared(occurrence.surface(), alias.text()))
                .max()
                .orElse(0);
    }

    private double confidence(AliasEntry alias, Occurrence occurrence) {
        return switch (alias.type()) {
            case NAME -> occurrence.tokenCount() > 1 ? policy.longName() : policy.oneWordName();
            case ACRONYM -> policy.acronym();
            case EPITHET -> policy.epithet();
            case SHORT -> policy.shortAfterName();
            case DEMONYM -> 0;
        };
    }
}
