package org.khabar.entity.ruling;

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
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;

/**
 * What editors have decided about mentions. Whoever decides, and whoever stores what an article mentions, keeps the others from
 * it until the transaction ends.
 */
@ApplicationScoped
@Transactional
public class Rulings {

    private final RulingRepository repository;
    private final Priors priors;

    Rulings(RulingRepository repository, Priors priors) {
        this.repository = repository;
        this.priors = priors;
    }

    /**
     * What came of a decision.
     *
     * @param priorMoved whether the linker now thinks otherwise of the same name in other articles
     */
    public record Outcome(Ruling ruling, boolean priorMoved) {}

    /** What holds for an article now; nothing but the stamp is read while nobody has decided anything. */
    public ArticleRulings of(UUID article) {
        long stamp = repository.stamp();
        return new ArticleRulings(stamp, stamp == 0 ? List.of() : repository.list(Set.of(article), Integer.MAX_VALUE));
    }

    /** The same, unless nothing was decided since. */
    public ArticleRulings ofSince(UUID article, ArticleRulings earlier) {
        return repository.stamp() == earlier.stamp() ? earlier : of(article);
    }

    public Optional<Ruling> find(UUID ruling) {
        return repository.find(ruling);
    }

    /** The rulings on stretches that begin there in the article as it is stored, each of another length. */
    public List<Ruling> listAt(UUID article, int block, int start) {
        return repository.listAt(article, block, start);
    }

    /** The rulings of articles, those that stand nowhere too, in the order of the text. */
    public Map<UUID, List<Ruling>> listByArticles(Collection<UUID> articles, RequestBudget budget) {
        List<Ruling> rulings = repository.list(articles, budget.mostRows(articles.size()));
        return budget.complete(rulings, articles.size()).stream()
                .collect(Collectors.groupingBy(ruling -> ruling.stretch().article()));
    }

    /** The decisions that rulings came of, the first of each first. */
    public Map<UUID, List<PastDecision>> listDecisions(Collection<UUID> rulings, RequestBudget budget) {
        if (rulings.isEmpty()) {
            return Map.of();
        }
        List<PastDecision> decisions = repository.listDecisions(rulings, budget.mostRows(rulings.size()));
        return budget.complete(decisions, rulings.size()).stream().collect(Collectors.groupingBy(PastDecision::ruling));
    }

    /** Whom a stretch was linked to before anybody decided about it. */
    public UUID getFirstEntity(Ruling ruling) {
        Decision first =
                repository.listDecisions(Set.of(ruling.id()), 1).getFirst().decision();
        return Objects.requireNonNull(first.former() == null ? first.entity() : first.former());
    }

    /** Decides about a stretch. Deciding what holds already writes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome decide(RuledStretch stretch, Decision decision) {
        Ruling before = listAt(stretch.article(), stretch.block(), stretch.start()).stream()
                .filter(ruling -> ruling.isOn(stretch.block(), stretch.start(), stretch.end()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            Verdict verdict = Verdict.of(List.of(decision));
            return weighed(stretch.surface(), Verdict.NONE, verdict, () -> {
                UUID id = repository.insert(stretch, verdict, decision.author());
                repository.append(id, 1, decision);
                return id;
            });
        }
        List<Decision> decisions = new ArrayList<>(standing(before));
        decisions.add(decision);
        return change(before, decision, Verdict.of(decisions), null);
    }

    /** Takes back the last decision that holds; nothing when there is none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome undo(Ruling before, Decision undone) {
        List<PastDecision> past = repository.listDecisions(Set.of(before.id()), Integer.MAX_VALUE).stream()
                .filter(decision -> !decision.undone() && decision.decision().kind() != DecisionKind.UNDONE)
                .toList();
        if (past.isEmpty()) {
            return new Outcome(before, false);
        }
        Verdict verdict = Verdict.of(past.subList(0, past.size() - 1).stream()
                .map(PastDecision::decision)
                .toList());
        return change(before, undone, verdict, past.getLast().version());
    }

    private List<Decision> standing(Ruling ruling) {
        return repository.listDecisions(Set.of(ruling.id()), Integer.MAX_VALUE).stream()
                .filter(decision -> !decision.undone())
                .map(PastDecision::decision)
                .toList();
    }

    private Outcome change(Ruling before, Decision decision, Verdict verdict, @Nullable Integer undone) {
        if (verdict.equals(before.verdict()) && undone == null) {
            return new Outcome(before, false);
        }
        return weighed(before.stretch().surface(), before.verdict(), verdict, () -> {
            if (undone != null) {
                repository.markUndone(before.id(), undone);
            }
            repository.append(before.id(), before.version() + 1, decision);
            repository.update(before.id(), verdict, before.version() + 1, decision.author());
            return before.id();
        });
    }

    private Outcome weighed(String surface, Verdict before, Verdict after, Supplier<UUID> write) {
        Set<UUID> entities = new HashSet<>(before.rejected());
        entities.addAll(after.rejected());
        Optional.ofNullable(before.meant()).ifPresent(entities::add);
        Optional.ofNullable(after.meant()).ifPresent(entities::add);
        Function<NamePriors, Map<UUID, Long>> steps = weights -> entities.stream()
                .collect(Collectors.toMap(Function.identity(), entity -> weights.step(surface, entity)));
        Map<UUID, Long> stepsBefore = steps.apply(priors.of(Set.of(surface)));
        UUID ruling = write.get();
        Map<UUID, Long> stepsAfter = steps.apply(priors.of(Set.of(surface)));
        return new Outcome(repository.find(ruling).orElseThrow(), !stepsBefore.equals(stepsAfter));
    }

    /**
     * Notes where the rulings of an article stand in the version that is being stored. Those of which no words around are known
     * may be from before there were rulings, with another form of their name.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(ArticleRulings before, ArticleRulings now) {
        Set<Ruling> known = Set.copyOf(before.rulings());
        now.rulings().stream()
                .filter(ruling ->
                        !known.contains(ruling) || ruling.stretch().around().equals(Surroundings.UNKNOWN))
                .forEach(repository::move);
    }
}
