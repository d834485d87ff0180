package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.UnreadablePage;

/** What holds for every page, whatever is in it. */
class PageTextParserPropertiesTest {

    private static final PageTextParser PARSER = new PageTextParser(new TestOutlets(), TestOutlets.MAX_LINES);

    /** A line is in a block, or gave a field, or was left out. Only an agency is read off a line that stays in its block. */
    @Property(tries = 2000)
    void everyLineIsAccountedForOnce(@ForAll("pages") String page) throws UnreadablePage {
        ArticleDraft draft = parseOrNull(page);
        if (draft == null) {
            return;
        }
        List<Integer> blocks = draft.blocks().stream()
                .flatMap(block -> IntStream.rangeClosed(block.firstLine(), block.lastLine())
                        .boxed())
                .toList();
        List<Integer> leftOut = draft.leftOut().stream().map(LeftOutLine::line).toList();
        List<Integer> fields = draft.provenance().stream()
                .filter(field -> !(field.field().equals("credit") && blocks.contains(field.line())))
                .map(FieldProvenance::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Integer> all = new ArrayList<>(blocks);
        all.addAll(leftOut);
        all.addAll(fields);
        List<Integer> lines = PageLines.split(page, TestOutlets.MAX_LINES).stream()
                .map(PageLine::number)
                .toList();
        assertThat(all.stream().sorted().toList()).isEqualTo(lines);
    }

    @Example
    void aSecondDateOfAChangeIsAccountedFor() throws UnreadablePage {
        everyLineIsAccountedForOnce("""
                أمطار رعدية مرتقبة بعدد من أقاليم المملكة
                آخر تحديث: 6/8/2024 10:15 م
                Le gouvernement présente son budget pour l’année prochaine
                أمطار رعدية مرتقبة بعدد من أقاليم المملكة
                أمطار رعدية مرتقبة بعدد من أقاليم المملكة
                سياسة
                سياسة
                آخر تحديث: 6/8/2024 10:15 م
                """);
    }

    @Property(tries = 1000)
    void textIsTheTextOfThePage(@ForAll("pages") String page) throws UnreadablePage {
        ArticleDraft draft = parseOrNull(page);
        if (draft == null) {
            return;
        }
        List<PageLine> lines = PageLines.split(page, TestOutlets.MAX_LINES);
        for (DraftBlock block : draft.blocks()) {
            String joined = lines.stream()
                    .filter(line -> line.number() >= block.firstLine() && line.number() <= block.lastLine())
                    .map(PageLine::text)
                    .collect(Collectors.joining(" "));
            assertThat(joined).endsWith(block.text());
        }
        assertThat(page).contains(draft.headline());
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefused(@ForAll String page) {
        ArticleDraft draft = parseOrNull(page);
        assertThat(draft == null || !draft.blocks().isEmpty()).isTrue();
    }

    @Property(tries = 2000)
    void anyBytesAreDecodedOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(new TreeSet<>(List.of(PageDecoder.decode(bytes).length())))
                    .isNotEmpty();
        } catch (UnreadablePage refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void decodingKeepsText(@ForAll("pages") String page) throws UnreadablePage {
        if (!page.isEmpty()) {
            assertThat(PageDecoder.decode(page.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(page);
        }
    }

    /** Pages put together of the lines that pages have, in any order. */
    @Provide
    Arbitrary<String> pages() {
        Arbitrary<String> line = Arbitraries.of(
                "",
                " ",
                "أمطار رعدية مرتقبة بعدد من أقاليم المملكة",
                "Le gouvernement présente son budget pour l’année prochaine",
                "سياسة",
                "تقرير: ارتفاع أسعار الزيتون",
                "كتب ترامب على منصته:",
                "«الأسود» يحسمون «الديربي»",
                "» قناة السويس تسجل أعلى إيراد",
                "قناة السويس تسجل أعلى إيراد | هسبريس",
                "الرباط – و.م.ع – وقعت وزارة الثقافة والمكتبة الوطنية، الأربعاء، اتفاقية جديدة لرقمنة عشرة آلاف مخطوط.",
                "وينتظر أن تتواصل الجلسة إلى ساعة متأخرة من مساء اليوم للتصويت على فصول المشروع.",
                "8 شتنبر 2023",
                "1.2K",
                "أخبار ذات صلة",
                "Newsletter",
                "• الطقس",
                "الكلمات المفتاحية",
                "الرئيسية › مجتمع",
                "هسبريس",
                "هوية بريس – متابعات",
                "بقلم: سعيد أيت علي",
                "Par Nadia Bennani le 05/03/2025 à 18h10",
                "By Dana Haddad",
                "محمد الراجي",
                "05 مارس 2025 18:10",
                "آخر تحديث: 6/8/2024 10:15 م",
                "18:10",
                "منذ ساعتين",
                "32 فبراير 2025",
                "قال المتحدث باسم الوزارة إن الأشغال ستنتهي قبل متم السنة الجارية، بعد تأخر دام شهورا.",
                "The minister said on 5 March 2025 that the new law would come into force before the summer holidays.",
                "• شروط الاستفادة",
                "- الفرز من المصدر قبل نهاية العام.",
                "اقرأ أيضا",
                "اقرأ أيضا: قافلة طبية",
                "كيف تتعافى الغابات",
                "إعلان",
                "#التعليم #المغرب",
                "https://example.org/a",
                "***",
                "24°",
                "آخر الأخبار",
                "التعليقات (3)",
                "المصدر: الجزيرة + وكالات",
                "جميع الحقوق محفوظة");
        Arbitrary<String> boundary = Arbitraries.of("\n", "\n\n", "\r\n", "\u2028", "\u0085");
        Arbitrary<String> piece = Combinators.combine(line, boundary).as((text, end) -> text + end);
        return piece.list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    private static @Nullable ArticleDraft parseOrNull(String page) {
        try {
            return PARSER.parse(page, TestOutlets.context());
        } catch (UnreadablePage refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return null;
        }
    }
}
