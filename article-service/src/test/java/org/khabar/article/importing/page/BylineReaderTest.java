package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineReaderTest {

    private final BylineReader reader = new BylineReader(new TestOutlets());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "هوية بريس – متابعات; هوية بريس; متابعات; howiyapress",
                "هوية بريس-متابعة; هوية بريس; متابعة; howiyapress",
                "هوية بريس; هوية بريس; -; howiyapress",
                "هسبريس - سلمى العلوي; سلمى العلوي; -; hespress",
                "هسبريس - علي بنهرار; علي بنهرار; -; hespress",
                "كتب: على محمود; على محمود; -; -",
                "هسبريس - أ.ف.ب; هسبريس; أ.ف.ب; hespress",
                "هسبريس من الرباط; هسبريس; -; hespress",
                "الرياض - واس; -; واس; spa",
                "رويترز; -; رويترز; reuters",
                "وكالات; -; وكالات; -",
                "كتب: محمود سالم; محمود سالم; -; -",
                "كتبت - منى عبد الله; منى عبد الله; -; -",
                "بقلم: عبد الرحيم المنصوري; عبد الرحيم المنصوري; -; -",
                "بقلم عبد الرحيم المنصوري; عبد الرحيم المنصوري; -; -",
                "المصدر: الجزيرة + وكالات; -; الجزيرة + وكالات; -",
                "المصدر : رويترز; -; رويترز; reuters",
                "Par Nadia Bennani; Nadia Bennani; -; -",
                "Par Nadia Bennani avec AFP; Nadia Bennani; AFP; afp",
                "Le Monde avec AFP; Le Monde; AFP; lemonde",
                "By Dana Haddad and Omar Saleh; Dana Haddad and Omar Saleh; -; -",
                "By Dana Haddad, Reuters; Dana Haddad; Reuters; reuters",
                "Al Jazeera and news agencies; Al Jazeera; news agencies; aljazeera",
                "AFP; -; AFP; afp",
                "By Mona Adel in Cairo; Mona Adel; -; -",
                "Par Rédaction; Rédaction; -; -",
                "تقرير: محمد أمين الحسني; محمد أمين الحسني; -; -",
            })
    void bylinesAreTakenApart(
            String line, @Nullable String signature, @Nullable String credit, @Nullable String outlet) {
        Byline byline = reader.read(line).orElse(new Byline(null, false, null, null, Byline.Certainty.NAME_ONLY));

        assertThat(byline.signature()).isEqualTo(signature);
        assertThat(byline.credit()).isEqualTo(credit);
        assertThat(byline.outlet() == null ? null : byline.outlet().code()).isEqualTo(outlet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By the time the police came, the square was empty.",
                "Par ailleurs, le ministre a annoncé une hausse.",
                "كتب الوزير في تدوينة على صفحته أن القرار نهائي.",
                "قالت وكالة رويترز إن المفاوضات ستستأنف، الأحد.",
                "الجزيرة العربية قبل الإسلام",
                "كتب ترامب على منصته:",
                "كتب ترامب على منصة تروث سوشال",
                "تقرير: ارتفاع أسعار الزيتون بالأسواق المغربية",
                "تقرير: نصف شباب المغرب يفكرون في الهجرة إلى أوروبا",
                "مصدر عسكري: استئناف الملاحة في مرفأ اللاذقية",
                "مصدر: اتفاق وشيك بين حماس وإسرائيل",
                "Source : Air Algérie rouvre la ligne Alger-Damas",
                "Par amour du football",
                "By land and sea, aid reaches Gaza",
                "الجزيرة، قناة تحت النار",
                "أمريكا تجري مفاوضات مباشرة مع حماس – تقارير",
            })
    void sentencesAreNoBylines(String line) {
        assertThat(reader.read(PageLine.of(1, line, true))).isEmpty();
    }

    @Test
    void longLinesWithManySeparatorsAreRefusedQuickly() {
        assertThat(reader.read(PageLine.of(1, "هسبريس " + "- ".repeat(100_000), true)))
                .isEmpty();
    }
}
