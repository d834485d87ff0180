package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.linking.Homographs;
import org.khabar.entity.linking.Link;
import org.khabar.entity.linking.Linker;
import org.khabar.entity.linking.LinkingWords;
import org.khabar.entity.linking.PersonNameWords;
import org.khabar.entity.linking.TaggedPassage;
import org.khabar.entity.linking.TitleWords;
import org.khabar.entity.tagging.Tagger;
import org.khabar.entity.text.TokenizedText;

/** Tags and links a text with the catalogue as it is. */
@ApplicationScoped
class Annotator {

    private final LiveTagger tagger;
    private final Linker linker;

    Annotator(LiveTagger tagger, LinkingConfig config) {
        this.tagger = tagger;
        this.linker = new Linker(words(config), config.policy());
    }

    /** The links of an article's headline and blocks. */
    LinkedArticle annotate(ArticleSnapshot article) {
        long position = tagger.position();
        return new LinkedArticle(article, annotate(article.passages(), article.language()), position);
    }

    /**
     * The links of passages in reading order.
     *
     * @param language BCP 47 tag of the text; null or {@code und} when unknown
     */
    List<Link> annotate(List<String> passages, @Nullable String language) {
        Tagger dictionary = tagger.get();
        String primary = primary(language);
        return linker.link(passages.stream()
                .map(TokenizedText::of)
                .map(text -> new TaggedPassage(text, dictionary.tag(text, primary)))
                .toList());
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
