package org.khabar.article.article.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

class BlockDiffTest {

    private static TextBlock paragraph(String text) {
        return new TextBlock(BlockKind.PARAGRAPH, text);
    }

    @Test
    void aWordThatWasPutRightIsOneEditAtItsOffsets() {
        List<BlockChange> changes = BlockDiff.between(
                List.of(paragraph("وصل الوزير إلى الرباط يوم الأحد.")),
                List.of(paragraph("وصل الوزير إلى طنجة يوم الأحد.")));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().edits()).containsExactly(new TextEdit(15, 21, 15, 19, "الرباط", "طنجة"));
    }

    @Test
    void wordsReplacedOneAfterAnotherAreOneEdit() {
        List<BlockChange> changes = BlockDiff.between(
                List.of(paragraph("قال محمد بن علي الفاسي في بلاغ صدر مساء الأحد بالرباط")),
                List.of(paragraph("قال أحمد ولد سعيد الفاسي في بلاغ صدر مساء الأحد بالرباط")));

        assertThat(changes.getFirst().edits())
                .containsExactly(new TextEdit(4, 15, 4, 17, "محمد بن علي", "أحمد ولد سعيد"));
    }

    @Test
    void aVowelMarkChangesItsWholeWord() {
        List<BlockChange> changes =
                BlockDiff.between(List.of(paragraph("زار الملك عمان أمس")), List.of(paragraph("زار الملك عَمّان أمس")));

        assertThat(changes.getFirst().edits()).containsExactly(new TextEdit(10, 14, 10, 16, "عمان", "عَمّان"));
    }

    @Test
    void blocksThatShareLittleAreRemovedAndAdded() {
        List<BlockChange> changes = BlockDiff.between(
                List.of(
                        paragraph("المقدمة"),
                        paragraph("ارتفعت أسعار القمح في الأسواق العالمية"),
                        paragraph("الخاتمة")),
                List.of(
                        paragraph("المقدمة"),
                        paragraph("فاز المنتخب بالبطولة بعد مباراة مثيرة"),
                        paragraph("الخاتمة")));

        assertThat(changes)
                .extracting(BlockChange::type)
                .containsExactlyInAnyOrder(BlockChangeType.REMOVED, BlockChangeType.ADDED);
    }

    @Test
    void aKindThatChangedIsAChangeWithoutEdits() {
        List<BlockChange> changes = BlockDiff.between(
                List.of(paragraph("شروط الاستفادة")), List.of(new TextBlock(BlockKind.HEADING, "شروط الاستفادة")));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().type()).isEqualTo(BlockChangeType.CHANGED);
        assertThat(changes.getFirst().afterKind()).isEqualTo(BlockKind.HEADING);
        assertThat(changes.getFirst().edits()).isEmpty();
    }

    /** Without a bound two texts of a million characters that share every second word would take hours. */
    @Test
    void anyTwoTextsAreComparedInBoundedTime() {
        StringBuilder one = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            one.append("كلمة ").append(i).append(' ');
            other.append("كلمة ").append(i * 31 % 100_000).append(' ');
        }
        List<TextBlock> before = new ArrayList<>(List.of(paragraph(one.toString())));
        List<TextBlock> after = new ArrayList<>(List.of(paragraph(other.toString())));
        for (int i = 0; i < 2_500; i++) {
            before.add(paragraph("فقرة قديمة رقم %d من كلام %d كثير %d".formatted(i, i, i)));
            after.add(paragraph("فقرة جديدة رقم %d من كلام %d قليل %d".formatted(i, i, i)));
        }

        List<BlockChange> changes = assertTimeout(Duration.ofSeconds(20), () -> BlockDiff.between(before, after));
        assertThat(changes).isNotEmpty();
    }
}
