package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "05 مارس 2025 18:10; 2025-03-05T18:10",
                "الأربعاء 05 مارس 2025 - 18:10; 2025-03-05T18:10",
                "الأربعاء 5 رمضان 1446هـ الموافق لـ 5 مارس 2025م 18:10; 2025-03-05T18:10",
                "صدر في الأربعاء 5 مارس 2025 18:10; 2025-03-05T18:10",
                "2025-03-05T18:10; 2025-03-05T18:10",
                "January 15, 20256:44 PM; 2025-01-15T18:44",
                "Updated: 6 April 2025 23:00 | Published: 5 April 2025 21:00; 2025-04-05T21:00",
                "الأربعاء، 5 مارس 2025، الساعة 18:10; 2025-03-05T18:10",
                "٠٥ مارس ٢٠٢٥ ١٨:١٠; 2025-03-05T18:10",
                "05 مارس 2025 06:10 م; 2025-03-05T18:10",
                "05 مارس 2025 06:10م; 2025-03-05T18:10",
                "05 مارس 2025 6:10 مساء; 2025-03-05T18:10",
                "05 مارس 2025 06:10 صباحا; 2025-03-05T06:10",
                "05 مارس 2025 06:10 صباحًا; 2025-03-05T06:10",
                "05 مارس 2025 12:10 ص; 2025-03-05T00:10",
                "05 مارس 2025 12:10 م; 2025-03-05T12:10",
                "نشر في 05 مارس 2025 الساعة 18:10; 2025-03-05T18:10",
                "نشر في: الأحد 9 مارس 2025 - 06:15 م | آخر تحديث: 10 مارس 2025 - 07:00 م; 2025-03-09T18:15",
                "تاريخ النشر: 14 يونيو 2024 08:00; 2024-06-14T08:00",
                "17 غشت 2024 09:45; 2024-08-17T09:45",
                "3 شتنبر 2024 09:45; 2024-09-03T09:45",
                "3 يوليوز 2024 09:45; 2024-07-03T09:45",
                "3 ماي 2024 09:45; 2024-05-03T09:45",
                "3 نونبر 2024 09:45; 2024-11-03T09:45",
                "3 دجنبر 2024 09:45; 2024-12-03T09:45",
                "3 أغسطس 2024 09:45; 2024-08-03T09:45",
                "3 جانفي 2024 09:45; 2024-01-03T09:45",
                "3 أوت 2024 09:45; 2024-08-03T09:45",
                "14 كانون الثاني 2025 07:30 م; 2025-01-14T19:30",
                "14 كانون الأول 2025 07:30; 2025-12-14T07:30",
                "14 تشرين الثاني 2025 07:30; 2025-11-14T07:30",
                "5 آذار/مارس 2025 10:00; 2025-03-05T10:00",
                "22 أكتوبر 2024 م - 11:30 صباحا; 2024-10-22T11:30",
                "الثلاثاء 20 ربيع الآخر 1446 هـ الموافق 22 أكتوبر 2024 م - 11:30; 2024-10-22T11:30",
                "الأربعاء 1446/9/5 هـ الموافق 2025/03/05 م 18:10; 2025-03-05T18:10",
                "05/03/2025 18:10; 2025-03-05T18:10",
                "05-03-2025 18:10; 2025-03-05T18:10",
                "5.3.2025 18:10; 2025-03-05T18:10",
                "2025/03/05 18:10; 2025-03-05T18:10",
                "03/25/2025 18:10; 2025-03-25T18:10",
                "18:10 - 05/03/2025; 2025-03-05T18:10",
                "Publié le 5 mars 2025 à 18h10; 2025-03-05T18:10",
                "Publié le 05/03/2025 à 18:10, mis à jour le 06/03/2025 à 9:00; 2025-03-05T18:10",
                "Le 1er août 2024 à 9h; 2024-08-01T09:00",
                "mercredi 5 mars 2025 à 18 h 10; 2025-03-05T18:10",
                "mar. 4 mars 2025 18:10; 2025-03-04T18:10",
                "March 5, 2025 6:10 PM; 2025-03-05T18:10",
                "Published on Wednesday 5th March 2025 at 6:10 p.m.; 2025-03-05T18:10",
                "Mar 5, 2025 12:10 AM; 2025-03-05T00:10",
            })
    void datesWithTimes(String line, String expected) {
        assertThat(DateReader.read(line))
                .get()
                .isInstanceOfSatisfying(
                        DateReading.Stated.class,
                        stated ->
                                assertThat(stated.date() + "T" + stated.time()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5 مارس 2025; 2025-03-05",
                "الأربعاء 5 مارس 2025; 2025-03-05",
                "2025-03-05; 2025-03-05",
                "5 mars 2025; 2025-03-05",
                "5 March 2025; 2025-03-05",
            })
    void datesWithoutTimes(String line, LocalDate expected) {
        assertThat(DateReader.read(line)).contains(new DateReading.Stated(expected, null, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 مارس 2025 18:10 بتوقيت غرينتش", "5 March 2025 18:10 GMT", "2025-03-05T18:10:00Z"})
    void namedZonesCount(String line) {
        assertThat(DateReader.read(line))
                .contains(
                        new DateReading.Stated(LocalDate.of(2025, 3, 5), LocalTime.of(18, 10), ZoneOffset.UTC, false));
    }

    @Test
    void offsetsCount() {
        assertThat(DateReader.read("5 مارس 2025 18:10 (غرينتش+3)"))
                .contains(new DateReading.Stated(
                        LocalDate.of(2025, 3, 5), LocalTime.of(18, 10), ZoneOffset.ofHours(3), false));
    }

    @Test
    void zonesByTheirLettersCount() {
        assertThat(DateReader.read("نشر في: 5 مارس ,2025: 06:10 م GST"))
                .contains(new DateReading.Stated(
                        LocalDate.of(2025, 3, 5), LocalTime.of(18, 10), ZoneOffset.ofHours(4), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"الأحد 12 ذو القعدة 1445 هـ", "5 رمضان 1446", "1446/9/5 هـ"})
    void daysOfTheIslamicCalendarAloneAreNotConverted(String line) {
        assertThat(DateReader.read(line)).contains(new DateReading.OtherCalendar());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"آخر تحديث: 5 مارس 2025 18:10", "Mis à jour le 5 mars 2025 à 18h10", "Updated 5 March 2025 18:10"
            })
    void dateOfALaterChangeIsKnownAsSuch(String line) {
        assertThat(DateReader.read(line))
                .contains(new DateReading.Stated(LocalDate.of(2025, 3, 5), LocalTime.of(18, 10), null, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 فبراير 2025 10:00", "5 مارس 2025 25:10", "45/45/2025"})
    void daysThatDoNotExistAreImpossible(String line) {
        assertThat(DateReader.read(line)).contains(new DateReading.Impossible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"منذ 3 ساعات", "منذ ساعتين", "il y a 2 heures", "2 hours ago", "قبل 5 دقائق"})
    void distancesAreRelative(String line) {
        assertThat(DateReader.read(line)).contains(new DateReading.Relative());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "الزيارة أُلغيت ليلة 4 مارس 2025",
                "انفجار في بيروت 4 غشت 2020",
                "دخلت حيز التنفيذ يوم 19 من الشهر ذاته",
                "1500 أسير فلسطيني",
                "مارس 2025",
                "24°",
                "Le 5 mars 2025 restera dans les mémoires",
                "عام 2025",
                "2025",
                "",
            })
    void whatIsMoreThanADateIsNone(String line) {
        assertThat(DateReader.read(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5 أبريل 2025 - 08:15 بتوقيت أبوظبي; 2025-04-05T04:15:00Z",
                "05 مارس 2025 - 18:10 (توقيت القدس); 2025-03-05T16:10:00Z",
                "2025/03/05 الساعة 18:10 بتوقيت القاهرة; 2025-03-05T16:10:00Z",
                "الثلاثاء 4 مارس 2025 05:00 مساءً بتوقيت مكة المكرمة; 2025-03-04T14:00:00Z",
                "Updated 4:15 PM EST, March 2, 2025; 2025-03-02T21:15:00Z",
                "March 5, 2025 6:10 p.m. ET; 2025-03-05T23:10:00Z",
                "Wed 5 Mar 2025 18.10 GMT; 2025-03-05T18:10:00Z",
                "Wed, 05 Mar 2025 18:10:00 +0100; 2025-03-05T17:10:00Z",
                "January 15, 20256:44 PM GMT+1Updated 2 hours ago; 2025-01-15T17:44:00Z"
            })
    void zoneThatTheLineNames(String line, String instant) {
        DateReading.Stated stated = (DateReading.Stated) DateReader.read(line).orElseThrow();
        assertThat(stated.date()
                        .atTime(Objects.requireNonNull(stated.time()))
                        .atZone(Objects.requireNonNull(stated.zone()))
                        .toInstant())
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"١٤٤٦/٠٩/٠٥", "1446/9/5 هـ"})
    void yearOfTheIslamicCalendarIsNoYearOfTheOther(String line) {
        assertThat(DateReader.read(line)).containsInstanceOf(DateReading.OtherCalendar.class);
    }
}
