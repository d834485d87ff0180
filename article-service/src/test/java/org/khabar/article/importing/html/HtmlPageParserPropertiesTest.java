package org.khabar.article.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.text.StorableText;

/** What holds for every page, whatever is in it: real pages are broken in all places, and put together of pieces. */
class HtmlPageParserPropertiesTest {

    private static final Path PAGES = Path.of("src/test/resources/html");
    private static final long SLOW = Duration.ofSeconds(5).toNanos();
    private static final List<String> SEEDS = seeds();

    /** A change of a page: so many characters at a place are replaced by others. */
    private record Change(int place, int length, String by) {

        String of(String page) {
            int from = page.isEmpty() ? 0 : Math.floorMod(place, page.length());
            return page.substring(0, from) + by + page.substring(Math.min(page.length(), from + length));
        }
    }

    @Property(tries = 600)
    void anyPageGivesADraftThatCanBeStoredOrIsRefused(@ForAll("pages") String page) {
        check(page.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        check(bytes);
    }

    static void check(byte[] page) {
        long start = System.nanoTime();
        ArticleDraft draft = parseOrNull(page);
        assertThat(System.nanoTime() - start).isLessThan(SLOW);
        if (draft == null) {
            return;
        }
        assertThat(StorableText.isStorable(draft.headline())).isTrue();
        assertThat(draft.blocks())
                .anyMatch(block -> block.kind() != BlockKind.IMAGE && block.kind() != BlockKind.HEADING);
        for (DraftBlock block : draft.blocks()) {
            assertThat(StorableText.isStorable(block.text())).isTrue();
            assertThat(block.text().isBlank() && block.kind() != BlockKind.IMAGE)
                    .isFalse();
        }
        assertThat(draft.provenance()).doesNotHaveDuplicates();
        assertThat(draft.extras().images()).allMatch(image -> image.url().startsWith("http"));
    }

    private static @Nullable ArticleDraft parseOrNull(byte[] page) {
        try {
            return TestPages.PARSER.parse(page, null, TestPages.context());
        } catch (UnreadablePage refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }

    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> by = Arbitraries.of(
                "",
                "<",
                ">",
                "\"",
                "<div>",
                "</div></div></div>",
                "</p>",
                "<p>",
                "<!--",
                "<script>",
                "<table><td>",
                "<b><i><a href=x>",
                "<figure><img src=/a.jpg><figcaption>",
                "&#0;&#xD800;&bogus;",
                "\u0000",
                "\u202E",
                "{\"@type\":",
                "]}",
                "<ul><li><a href=x>خبر آخر</a>",
                "<base href='javascript:x'>",
                "<link rel=canonical href='http://['>",
                "<meta property='article:published_time' content='2025-13-45T99:99:99Z'>",
                "<meta name=language content=','>",
                "<title>|</title>",
                "<p class='- -- related'>",
                "<time datetime='0001-01-01T00:00:00'>",
                "style='display:none'");
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(0, 300), by)
                .as(Change::new);
        return Combinators.combine(Arbitraries.of(SEEDS), change.list().ofMaxSize(12))
                .as((page, changes) -> {
                    String changed = page;
                    for (Change one : changes) {
                        changed = one.of(changed);
                    }
                    return changed;
                });
    }

    private static List<String> seeds() {
        try (var files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(HtmlPageParserPropertiesTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return HtmlDecoder.decode(Files.readAllBytes(file), null);
        } catch (IOException | UnreadablePage unreadable) {
            throw new IllegalStateException(file.toString(), unreadable);
        }
    }
}
