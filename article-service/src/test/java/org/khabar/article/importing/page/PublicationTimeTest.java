package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.ImportWarning.Code;
import org.khabar.article.importing.draft.UnreadablePage;

/** Local times become instants by the rules of the outlet's zone on that day. */
class PublicationTimeTest {

    private final PageTextParser parser = new PageTextParser(new TestOutlets(), TestOutlets.MAX_LINES);

    @ParameterizedTest
    @CsvSource({
        "هسبريس, 20 فبراير 2025 18:10, 2025-02-20T17:10:00Z",
        "هسبريس, 05 مارس 2025 18:10, 2025-03-05T18:10:00Z",
        "هسبريس, 10 أبريل 2025 18:10, 2025-04-10T17:10:00Z",
        "هسبريس, 01 يناير 2015 18:10, 2015-01-01T18:10:00Z",
        "الأهرام, 05 يوليو 2024 18:10, 2024-07-05T15:10:00Z",
        "الأهرام, 05 يناير 2024 18:10, 2024-01-05T16:10:00Z",
        "النهار, 05 تموز 2024 18:10, 2024-07-05T15:10:00Z",
        "Le Monde, 5 juillet 2024 à 18h10, 2024-07-05T16:10:00Z",
        "الجزيرة, 5 مارس 2025 18:10 بتوقيت غرينتش, 2025-03-05T18:10:00Z",
        "هسبريس, 05 مارس 2025, 2025-03-05T00:00:00Z",
    })
    void localTimesOfOutlets(String outlet, String date, Instant expected) throws UnreadablePage {
        assertThat(parse(outlet, date).publishedAt()).isEqualTo(expected);
        assertThat(parse(outlet, date).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "هسبريس, 06 أبريل 2025 02:30, AMBIGUOUS_TIME",
        "هسبريس, 23 فبراير 2025 02:30, AMBIGUOUS_TIME",
        "هسبريس, 05 مارس 2035 18:10, FUTURE_DATE",
        "هسبريس, 05 مارس 1025 18:10, IMPLAUSIBLE_DATE",
        "هسبريس, آخر تحديث: 05 مارس 2025 18:10, UPDATE_DATE_USED",
        "هسبريس, منذ 3 ساعات, MISSING_DATE",
    })
    void doubtfulDatesAreWarnedOf(String outlet, String date, Code warning) throws UnreadablePage {
        assertThat(parse(outlet, date).warnings()).extracting("code").containsExactly(warning);
    }

    @Test
    void dateThatIsNoneGivesTheTimeOfTheImport() throws UnreadablePage {
        ArticleDraft draft = parse("هسبريس", "31 فبراير 2025 18:10");

        assertThat(draft.publishedAt()).isEqualTo(TestOutlets.IMPORT_TIME);
        assertThat(draft.publishedAtStated()).isFalse();
        assertThat(draft.warnings()).extracting("code").containsExactly(Code.UNREADABLE_DATE, Code.MISSING_DATE);
    }

    private ArticleDraft parse(String outlet, String date) throws UnreadablePage {
        String page = "عنوان من خمس كلمات هنا\n\n" + date + "\n\n" + outlet
                + "\n\nهذه فقرة أولى من نص الخبر، وفيها ما يكفي من الكلمات لتكون نصا.\n";
        return parser.parse(page, TestOutlets.context());
    }
}
