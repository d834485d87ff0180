package org.khabar.article.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.search.query.SearchExpression;
import org.khabar.article.search.query.SearchQuery;

/**
 * The index in the database of the articles. Nothing is ranked that is not shown: the levels are read from the best down,
 * each newest first, until the page is full.
 */
@ApplicationScoped
class PostgresSearchIndex implements SearchIndex {

    /** With fewer articles everything is looked at. */
    private static final int SMALL = 20_000;
    /** A sample with fewer matches says too little; a smaller archive of matches is counted. */
    private static final int TELLING = 160;
    /** Articles whose entities or subjects are counted. */
    private static final int MANY_VALUED = 2_000;

    private static final Duration STATISTICS_AGE = Duration.ofMinutes(1);

    private final SearchRepository repository;
    private final VocabularyRepository vocabulary;
    private final SearchConfig config;
    private final Clock clock;
    private volatile @Nullable Statistics statistics;

    private record Statistics(SearchWindows windows, boolean small, Instant readAt) {}

    PostgresSearchIndex(
            SearchRepository repository, VocabularyRepository vocabulary, SearchConfig config, Clock clock) {
        this.repository = repository;
        this.vocabulary = vocabulary;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void index(List<SearchDocument> documents) {
        List<IndexedText> texts = documents.stream().map(SearchVector::of).toList();
        vocabulary.remove(documents.stream().map(SearchDocument::articleId).toList());
        repository.write(documents, texts);
        vocabulary.append(visible(documents, texts));
    }

    /** The texts that readers may see: suggestions tell their words to anybody. */
    private static List<IndexedText> visible(List<SearchDocument> documents, List<IndexedText> texts) {
        Set<ArticleStatus> seen = ArticleStatus.visibleToReaders();
        return IntStream.range(0, documents.size())
                .filter(place -> seen.contains(documents.get(place).status()))
                .mapToObj(texts::get)
                .toList();
    }

    @Override
    public List<SearchPosition> search(SearchRequest request) {
        return request.findsNothing()
                ? List.of()
                : repository.read(request.deadline(), session -> search(session, request));
    }

    private List<SearchPosition> search(SearchSession session, SearchRequest request) throws SQLException {
        List<SearchPosition> found = new ArrayList<>();
        int rows = request.page().size() + 1;
        for (Level level : levels(request)) {
            if (found.size() < rows) {
                found.addAll(search(session, request, level, rows - found.size()));
            }
        }
        return found;
    }

    private List<SearchPosition> search(SearchSession session, SearchRequest request, Level level, int rows)
            throws SQLException {
        List<SearchPosition> found = new ArrayList<>();
        SearchPosition after = behind(request, level);
        SearchWindows.Walk walk = statistics(session).windows().walk(range(request, after), rows);
        Optional<TimeRange> part = walk.next(0);
        while (part.isPresent() && found.size() < rows) {
            SearchConditions conditions = collapsed(
                            request, SearchConditions.of(query(request, level), request.selection(), part.get(), null))
                    .behind(after);
            found.addAll(SearchRepository.listNewest(session, conditions, request.sort(), level, rows - found.size()));
            part = walk.next(found.size());
        }
        return found;
    }

    /** From the best down, those that the pages before have not done with. */
    private static List<Level> levels(SearchRequest request) {
        if (request.sort() == ArticleSearchSort.NEWEST || request.query().expression() == null) {
            return List.of(Level.ANYWHERE);
        }
        SearchPosition after = request.page().after();
        return Arrays.stream(Level.values())
                .filter(level -> after == null || level.compareTo(after.level()) <= 0)
                .toList()
                .reversed();
    }

    private static @Nullable SearchPosition behind(SearchRequest request, Level level) {
        SearchPosition after = request.page().after();
        return after != null && after.level() == level ? after : null;
    }

    private static @Nullable String query(SearchRequest request, Level level) {
        SearchExpression expression = request.query().expression();
        if (expression == null) {
            return null;
        }
        return request.sort() == ArticleSearchSort.NEWEST
                ? TextQuery.atLeast(expression, Level.ANYWHERE)
                : TextQuery.of(expression, level);
    }

    private static SearchConditions collapsed(SearchRequest request, SearchConditions conditions) {
        return request.onePerStory() ? conditions.earliestOfStory(anywhere(request), request.selection()) : conditions;
    }

    private static @Nullable String anywhere(SearchRequest request) {
        SearchExpression expression = request.query().expression();
        return expression == null ? null : TextQuery.atLeast(expression, Level.ANYWHERE);
    }

    private static TimeRange range(SearchRequest request, @Nullable SearchPosition after) {
        TimeRange behind =
                new TimeRange(null, after == null ? null : after.publishedAt().plusNanos(1_000));
        return request.selection().time().and(behind);
    }

    @Override
    public MatchSample sample(SearchRequest request) {
        return request.findsNothing()
                ? new MatchSample(List.of(), 1, true)
                : repository.read(request.deadline(), session -> sample(session, request));
    }

    private MatchSample sample(SearchSession session, SearchRequest request) throws SQLException {
        if (statistics(session).small()) {
            return matched(session, request, anywhere(request, null), 1);
        }
        SearchExpression expression = request.query().expression();
        if (expression != null && expression.hasPhrase()) {
            PhraseSampling part = PhraseSampling.of(session, expression, request.selection());
            return matched(session, request, part.conditions(expression, request.selection()), part.factor());
        }
        for (int size : Lexemes.SAMPLES) {
            MatchSample sample = matched(session, request, anywhere(request, Lexemes.sample(size)), size);
            if (sample.articles().size() >= TELLING || !sample.whole()) {
                return sample;
            }
        }
        return matched(session, request, anywhere(request, null), 1);
    }

    private static SearchConditions anywhere(SearchRequest request, @Nullable String lexeme) {
        return SearchConditions.of(anywhere(request), request.selection(), TimeRange.ALL, lexeme);
    }

    private MatchSample matched(SearchSession session, SearchRequest request, SearchConditions conditions, int factor)
            throws SQLException {
        List<MatchedArticle> articles =
                SearchRepository.listMatched(session, collapsed(request, conditions), config.maxCounted() + 1);
        boolean whole = articles.size() <= config.maxCounted();
        return new MatchSample(whole ? articles : articles.subList(0, config.maxCounted()), factor, whole);
    }

    @Override
    public List<FacetCount> countEntities(MatchSample sample, int first, SearchDeadline deadline) {
        return repository.read(
                deadline,
                session -> SearchRepository.countEntities(session, sample.ids(MANY_VALUED), factor(sample), first));
    }

    @Override
    public List<FacetCount> countSubjects(MatchSample sample, int first, SearchDeadline deadline) {
        return repository.read(
                deadline,
                session -> SearchRepository.countSubjects(session, sample.ids(MANY_VALUED), factor(sample), first));
    }

    private static double factor(MatchSample sample) {
        int looked = sample.ids(MANY_VALUED).size();
        return looked == 0 ? 1 : (double) sample.total() / looked;
    }

    @Override
    public Optional<String> suggest(SearchQuery query, SearchDeadline deadline) {
        return repository.read(
                deadline,
                session -> Suggestion.of(query, VocabularyRepository.listSimilar(session, Suggestion.asked(query))));
    }

    private Statistics statistics(SearchSession session) throws SQLException {
        Statistics known = statistics;
        if (known == null || known.readAt().isBefore(clock.instant().minus(STATISTICS_AGE))) {
            boolean small = SearchRepository.isSmallerThan(session, SMALL);
            SearchWindows windows =
                    small ? SearchWindows.WHOLE : new SearchWindows(SearchRepository.listTimes(session));
            known = new Statistics(windows, small, clock.instant());
            statistics = known;
        }
        return known;
    }
}
