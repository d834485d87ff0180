package org.khabar.entity.linking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.TestCatalogue;
import org.khabar.entity.tagging.Dictionary;
import org.khabar.entity.tagging.Tagger;
import org.khabar.entity.text.TokenizedText;

/** Texts linked with the catalogue that the service starts with, and its titles and confidences. */
final class LinkedText {

    static final LinkingPolicy POLICY = new LinkingPolicy(0.95, 0.9, 0.9, 0.8, 0.85, 0.75, 0.5);

    private static final TestCatalogue CATALOGUE = TestCatalogue.curated();
    private static final Tagger TAGGER = new Tagger(Dictionary.of(CATALOGUE.aliases()));

    private LinkedText() {}

    /** One link, readable. */
    record Found(int passage, String surface, String name, String type) {}

    /** The links of an annotated article. */
    static List<Link> links(GoldPassage article) {
        LinkingContext context = new LinkingContext(article.outletCountry(), false, false);
        return links(context, article.language(), article.texts());
    }

    static LinkingScorer scorer() {
        return new LinkingScorer(CATALOGUE);
    }

    private static List<TaggedPassage> tagged(@Nullable String language, List<String> passages) {
        return passages.stream()
                .map(TokenizedText::of)
                .map(text -> new TaggedPassage(text, TAGGER.tag(text, language)))
                .toList();
    }

    /** The links of a text in that context. */
    static List<Link> links(LinkingContext context, @Nullable String language, List<String> passages) {
        return new Linker(words(), POLICY).link(context, tagged(language, passages));
    }

    static List<UnknownName> unknown(String language, List<String> passages) {
        return UnknownNames.find(words(), tagged(language, passages));
    }

    /** The entity of a line of the curated files. */
    static UUID idOf(String key) {
        return CATALOGUE.find(key).orElseThrow();
    }

    static String nameOf(Link link) {
        return CATALOGUE.nameOf(link.entity());
    }

    static List<Found> link(@Nullable String language, List<String> passages) {
        return link(LinkingContext.UNKNOWN, language, passages);
    }

    static List<Found> link(LinkingContext context, @Nullable String language, List<String> passages) {
        return links(context, language, passages).stream()
                .map(link -> new Found(
                        link.passage(),
                        link.occurrence().surface(),
                        CATALOGUE.nameOf(link.entity()),
                        link.aliasType().name()))
                .toList();
    }

    static LinkingWords words() {
        return new LinkingWords(
                TitleWords.parse(lines("/linking/titles.txt")),
                PersonNameWords.parse(lines("/linking/person-names.txt")),
                Homographs.parse(lines("/linking/homographs.txt")));
    }

    private static Stream<String> lines(String resource) {
        try (InputStream stream = LinkedText.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
