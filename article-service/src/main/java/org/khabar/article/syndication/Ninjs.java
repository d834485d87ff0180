package org.khabar.article.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;

/**
 * An article as ninjs 3.1, with those of its properties that the archive knows.
 *
 * @param by who signs the text
 * @param altIds where it was published, role {@code web}
 * @see <a href="https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json">the schema</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Ninjs(
        Standard standard,
        String uri,
        String type,
        String representationType,
        String version,
        Instant versionCreated,
        Instant contentCreated,
        String pubStatus,
        @Nullable String language,
        List<Text> headlines,
        @Nullable List<Text> descriptions,
        List<Text> bodies,
        @Nullable String by,
        List<Genre> genres,
        List<InfoSource> infoSources,
        @Nullable List<AltId> altIds) {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";

    record Standard(String name, String version, String schema) {}

    /**
     * A text of the article.
     *
     * @param charCount code points without captions, as readers count; null where ninjs has no such property
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            @Nullable String role,
            String contentType,
            @Nullable Integer charCount,
            @Nullable Integer wordCount,
            String value) {}

    record Genre(String literal) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InfoSource(String name, String role, @Nullable String literal) {}

    record AltId(String role, String value) {}

    static Ninjs of(SyndicatedArticle article) {
        String url = article.article().url();
        String summary = article.summary();
        return new Ninjs(
                new Standard("ninjs", "3.1", SCHEMA),
                article.urn(),
                "text",
                "full",
                Integer.toString(article.article().version()),
                article.article().updatedAt().truncatedTo(ChronoUnit.MILLIS),
                article.article().publishedAt().truncatedTo(ChronoUnit.MILLIS),
                "usable",
                article.language().isEmpty() ? null : article.language(),
                List.of(plain(null, article.article().headline())),
                summary == null ? null : List.of(plain("summary", summary)),
                bodies(article),
                article.article().byline(),
                List.of(new Genre(article.article().kind().name().toLowerCase(Locale.ROOT))),
                sources(article),
                url == null ? null : List.of(new AltId("web", url)));
    }

    private static Text plain(@Nullable String role, String value) {
        return new Text(role, "text/plain", null, null, value);
    }

    private static List<Text> bodies(SyndicatedArticle article) {
        List<String> texts = article.blocks().stream()
                .filter(block -> block.kind() != BlockKind.IMAGE)
                .map(block -> block.text())
                .toList();
        int characters = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .sum();
        int words = texts.stream().mapToInt(Ninjs::words).sum();
        return List.of(
                new Text("main", "application/xhtml+xml", characters, words, BodyMarkup.xhtml(article)),
                new Text("main", "text/plain", characters, words, BodyMarkup.plain(article)));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("[\\s\\p{Z}]+").length;
    }

    private static List<InfoSource> sources(SyndicatedArticle article) {
        List<InfoSource> sources = new ArrayList<>();
        sources.add(new InfoSource(
                article.outletName(), "publisher", article.outlet().code()));
        String credit = article.article().credit();
        if (credit != null) {
            sources.add(new InfoSource(credit, "originator", null));
        }
        return sources;
    }
}
