package org.khabar.article.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.BlockNode;
import org.khabar.article.article.Correction;
import org.khabar.article.article.MediaKind;
import org.khabar.article.article.TextBlock;

/** Articles with all that an article can have, for properties that hold for each. */
public final class RichArticles {

    private static final List<String> WORDS = List.of(
            "الرباط –",
            "أعلنت الحكومة،",
            "السبت؛",
            "«الماء»",
            "l’eau\u00A0:",
            "سنة \u200F2024\u200F",
            "١٢ سدا",
            "😀",
            "plan d’urgence",
            "Sécheresse",
            "U.S.",
            "ﻻ",
            "ـــ");
    private static final List<String> MARKS =
            List.of(" ", " ", " ", "  ", "\u00A0", "\t", "\n", " <b>", " & ", "&amp;", "]]>", " \"", "</p>", "\\");

    private RichArticles() {}

    /** An article and its text. */
    public record Rich(ArticleNode article, List<BlockNode> blocks) {

        /** What readers are told of its corrections: the last one is the article's note. */
        public List<Correction> corrections() {
            String last = article.correctionNote();
            return last == null
                    ? List.of()
                    : List.of(
                            new Correction("صحح اسم المدينة.", article.publishedAt(), 2),
                            new Correction(last, article.updatedAt(), 3));
        }
    }

    /** @param outlets whose articles they may be */
    public static Arbitrary<Rich> all(List<UUID> outlets) {
        Arbitrary<ArticleNode> plain = Combinators.combine(
                        line(),
                        Arbitraries.of("ar", "fr", "en", "und", "ar-MA"),
                        Arbitraries.of(ArticleKind.class),
                        Arbitraries.of(outlets),
                        name().injectNull(0.3),
                        name().injectNull(0.3),
                        url().injectNull(0.3),
                        times())
                .as(RichArticles::article);
        return Combinators.combine(
                        plain,
                        medium().list().ofMaxSize(3),
                        subjects(),
                        line().injectNull(0.6),
                        block().list().ofMinSize(1).ofMaxSize(6))
                .as(RichArticles::rich);
    }

    private static ArticleNode article(
            String headline,
            String language,
            ArticleKind kind,
            UUID outlet,
            @Nullable String byline,
            @Nullable String credit,
            @Nullable String url,
            Instant time) {
        return new ArticleNode(
                new UUID(7, headline.hashCode()).toString(),
                headline,
                language,
                kind,
                ArticleStatus.PUBLISHED,
                outlet,
                byline,
                credit,
                url,
                time,
                time.plusSeconds(7200),
                3,
                List.of(),
                List.of(),
                null,
                null,
                1,
                null);
    }

    private static Rich rich(
            ArticleNode plain,
            List<ArticleMedia> media,
            List<String> subjects,
            @Nullable String correction,
            List<TextBlock> blocks) {
        ArticleNode article = new ArticleNode(
                plain.id(),
                plain.headline(),
                plain.language(),
                plain.kind(),
                correction == null ? ArticleStatus.PUBLISHED : ArticleStatus.CORRECTED,
                plain.outletId(),
                plain.byline(),
                plain.credit(),
                plain.url(),
                plain.publishedAt(),
                plain.updatedAt(),
                plain.version(),
                media,
                subjects,
                null,
                null,
                1,
                correction);
        return new Rich(
                article,
                IntStream.range(0, blocks.size())
                        .mapToObj(i -> new BlockNode(
                                blocks.get(i).kind(), blocks.get(i).text(), i))
                        .toList());
    }

    /** Text with what markup, JSON and tidying change where they are careless. */
    private static Arbitrary<String> text() {
        Arbitrary<String> piece = Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(MARKS))
                .as((word, mark) -> word + mark);
        Arbitrary<String> lead = Arbitraries.of("", "", "", " ", "\n", "\u00A0", "<i>", "-");
        return Combinators.combine(lead, piece.list().ofMinSize(1).ofMaxSize(8))
                .as((first, pieces) -> first + String.join("", pieces));
    }

    private static Arbitrary<String> line() {
        return text().map(text -> text.replaceAll("[\\n\\t]", " ").strip()).filter(text -> !text.isBlank());
    }

    /** A name as signatures have it. */
    private static Arbitrary<String> name() {
        return Arbitraries.of("هسبريس - أحمد الساسي", "Nadia Bennani", "و م ع", "سعيد أيت علي، ومع", "D'Hondt-Weiß");
    }

    private static Arbitrary<String> url() {
        return Arbitraries.integers()
                .between(1, 10_000)
                .map(number -> "https://www.example.org/a/" + number + ".html?a=1&b=%D8%A7");
    }

    /** To the microsecond, as the database keeps them. */
    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 1_700_000_000_000_000L)
                .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
    }

    private static Arbitrary<List<String>> subjects() {
        return Arbitraries.of("medtop:04000000", "medtop:20000002", "medtop:11000000", "medtop:99999999")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    private static Arbitrary<TextBlock> block() {
        Arbitrary<TextBlock> written = Combinators.combine(Arbitraries.of(BlockKind.class), text())
                .filter((kind, text) -> !text.isBlank())
                .as(TextBlock::new);
        return Arbitraries.oneOf(written, Arbitraries.just(new TextBlock(BlockKind.IMAGE, "")));
    }

    private static Arbitrary<ArticleMedia> medium() {
        Arbitrary<ArticleMedia.Rendition> rendition = Combinators.combine(
                        Arbitraries.integers().between(1, 999),
                        Arbitraries.of("image/jpeg", "video/mp4").injectNull(0.3),
                        Arbitraries.integers().between(1, 4000).injectNull(0.3))
                .as((number, type, width) -> new ArticleMedia.Rendition(
                        "https://cdn.example.org/" + number + "?w=1&h=2", type, width, width));
        return Combinators.combine(
                        Arbitraries.of(MediaKind.class),
                        line().injectNull(0.3),
                        name().injectNull(0.3),
                        name().injectNull(0.3),
                        line().injectNull(0.3),
                        line().injectNull(0.3),
                        rendition.list().ofMinSize(1).ofMaxSize(3))
                .as(ArticleMedia::new);
    }
}
