package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.linking.Homographs;
import org.khabar.entity.linking.Link;
import org.khabar.entity.linking.Linker;
import org.khabar.entity.linking.LinkingContext;
import org.khabar.entity.linking.LinkingWords;
import org.khabar.entity.linking.PersonNameWords;
import org.khabar.entity.linking.Prior;
import org.khabar.entity.linking.TaggedPassage;
import org.khabar.entity.linking.TitleWords;
import org.khabar.entity.linking.UnknownNames;
import org.khabar.entity.ruling.ArticleRulings;
import org.khabar.entity.ruling.Priors;
import org.khabar.entity.ruling.Rulings;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.tagging.Tagger;
import org.khabar.entity.text.TokenizedText;

/** Tags and links a text with the catalogue as it is. */
@ApplicationScoped
class Annotator {

    private final LiveTagger tagger;
    private final LinkingWords words;
    private final Linker linker;
    private final Rulings rulings;
    private final Priors priors;

    Annotator(LiveTagger tagger, LinkingConfig config, Rulings rulings, Priors priors) {
        this.tagger = tagger;
        this.rulings = rulings;
        this.priors = priors;
        this.words = words(config);
        this.linker = new Linker(words, config.policy());
    }

    /** The links of an article's headline and blocks, and the names there that are not in the catalogue. */
    LinkedArticle annotate(ArticleSnapshot article) {
        long position = tagger.position();
        ArticleRulings ruled = rulings.of(article.id());
        List<TaggedPassage> tagged = tag(article.passages(), article.language());
        LinkingContext context = LinkingContext.ofArticle(article.outletCountry());
        List<Link> links = linker.link(
                context, prior(ruled.stamp() > 0, tagged), RuledPassages.of(tagged, ruled.in(article.blocks())));
        return new LinkedArticle(article, links, UnknownNames.find(words, tagged), ruled, position);
    }

    /** Nothing is read while no editor has decided anything. */
    private Prior prior(boolean decided, List<TaggedPassage> tagged) {
        if (!decided) {
            return Prior.NONE;
        }
        Set<String> surfaces = tagged.stream()
                .flatMap(passage -> passage.occurrences().stream())
                .flatMap(Annotator::surfaces)
                .collect(Collectors.toSet());
        return priors.of(surfaces)::weight;
    }

    private static Stream<String> surfaces(Occurrence occurrence) {
        Occurrence otherwise = occurrence.otherwise();
        Stream<String> surface = Stream.of(occurrence.surface());
        return otherwise == null ? surface : Stream.concat(surface, surfaces(otherwise));
    }

    /**
     * The links of passages in reading order.
     *
     * @param language BCP 47 tag of the text; null or {@code und} when unknown
     * @param context what else is known of it
     */
    List<Link> annotate(List<String> passages, @Nullable String language, LinkingContext context) {
        List<TaggedPassage> tagged = tag(passages, language);
        return linker.link(context, prior(true, tagged), tagged);
    }

    private List<TaggedPassage> tag(List<String> passages, @Nullable String language) {
        Tagger dictionary = tagger.get();
        String primary = primary(language);
        return passages.stream()
                .map(TokenizedText::of)
                .map(text -> new TaggedPassage(text, dictionary.tag(text, primary)))
                .toList();
    }

    private static @Nullable String primary(@Nullable String language) {
        return language == null ? null : language.toLowerCase(Locale.ROOT).split("-", 2)[0];
    }

    private static LinkingWords words(LinkingConfig config) {
        return new LinkingWords(
                TitleWords.parse(lines(config.titles())),
                PersonNameWords.parse(lines(config.personNames())),
                Homographs.parse(lines(config.homographs())));
    }

    private static Stream<String> lines(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource " + resource + " on the class path.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failure) {
            throw new IllegalStateException("The resource " + resource + " cannot be read.", failure);
        }
    }
}
