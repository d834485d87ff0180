package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/**
 * Links the occurrences of one article, in reading order.
 *
 * <ul>
 *   <li>NAME, ACRONYM and EPITHET link by themselves. One that several entities share goes to the one that its vowel
 *       marks, the words beside it, the rest of the article and the outlet's country speak for, else to none.
 *   <li>SHORT links after its entity was linked in this article, beside a fitting title or in a role; that of a place
 *       also where the article names something else of its country. Of several that share it, one must stand out.
 *   <li>DEMONYM links only when asked for.
 * </ul>
 *
 * <p>Before that, {@link ParticleReadings} decides where a name begins, and {@link ContextRules} takes away what the
 * words around an occurrence rule out. What is left is weighed ({@link CandidateScorer}): candidates compete with each
 * other and with "none of them", and the best links when its probability, which is the link's confidence, reaches the
 * policy's threshold. Nothing but the article, what is said of its outlet and what editors decided about its names counts, so
 * an article has the same links whatever came before it.
 */
public final class Linker {

    private final LinkingWords words;
    private final LinkingPolicy policy;

    public Linker(LinkingWords words, LinkingPolicy policy) {
        this.words = words;
        this.policy = policy;
    }

    /**
     * The links of a text of which nothing else is known.
     *
     * @param passages its passages in reading order
     */
    public List<Link> link(List<TaggedPassage> passages) {
        return link(LinkingContext.UNKNOWN, passages);
    }

    /**
     * The links of an article.
     *
     * @param context what else is known of it
     * @param passages its headline, if known, and its blocks, in reading order
     */
    public List<Link> link(LinkingContext context, List<TaggedPassage> passages) {
        return link(context, Prior.NONE, passages);
    }

    /**
     * The links of an article.
     *
     * @param prior what is known of names beforehand
     */
    public List<Link> link(LinkingContext context, Prior prior, List<TaggedPassage> passages) {
        List<TaggedPassage> plausible = ContextRules.apply(words, context, ParticleReadings.decide(passages));
        List<PassageEvidence> evidence = plausible.stream()
                .map(passage -> new PassageEvidence(words, policy, passage))
                .toList();
        return new Reading(context, prior, ArticleEvidence.of(plausible), evidence).read();
    }

    /** One run over one article; remembers whom it has linked so far. */
    private final class Reading {

        private final LinkingContext context;
        private final List<PassageEvidence> passages;
        private final Set<UUID> linked = new HashSet<>();
        private final CandidateScorer scorer;

        private Reading(LinkingContext context, Prior prior, ArticleEvidence article, List<PassageEvidence> passages) {
            this.context = context;
            this.passages = passages;
            this.scorer = new CandidateScorer(policy, context, prior, article, Senses.of(passages), linked);
        }

        private List<Link> read() {
            List<Link> links = new ArrayList<>();
            for (int index = 0; index < passages.size(); index++) {
                links.addAll(read(index));
            }
            if (context.headline() && passages.size() > 1) {
                links.removeIf(link -> link.passage() == 0);
                links.addAll(0, read(0));
            }
            return List.copyOf(links);
        }

        private List<Link> read(int index) {
            List<Link> links = new ArrayList<>();
            PassageEvidence passage = passages.get(index);
            for (Occurrence occurrence : passage.occurrences()) {
                scorer.best(passage, occurrence)
                        .filter(score -> Odds.probability(score.sum()) >= policy.threshold())
                        .or(() -> demonym(occurrence))
                        .ifPresent(score -> links.add(link(index, occurrence, score)));
            }
            return links;
        }

        private Link link(int index, Occurrence occurrence, CandidateScore score) {
            AliasEntry alias = score.alias();
            if (alias.type() != AliasType.DEMONYM) {
                linked.add(alias.entity());
            }
            return new Link(
                    index,
                    occurrence,
                    alias.entity(),
                    alias.type(),
                    rounded(Odds.probability(score.sum())),
                    score.reasons().stream().map(LinkingReason::rounded).toList());
        }

        /** The country of an adjective that is no other's. */
        private Optional<CandidateScore> demonym(Occurrence occurrence) {
            List<AliasEntry> adjectives = occurrence.aliases().stream()
                    .filter(alias -> context.demonyms() && alias.type() == AliasType.DEMONYM)
                    .toList();
            long countries =
                    adjectives.stream().map(AliasEntry::entity).distinct().count();
            if (countries != 1) {
                return Optional.empty();
            }
            CandidateScore score = new CandidateScore(adjectives.getFirst());
            score.add(LinkingFeature.KIND, Odds.of(policy.oneWordName()));
            return Optional.of(score);
        }
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }
}
