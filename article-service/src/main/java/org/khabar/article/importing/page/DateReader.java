package org.khabar.article.importing.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/**
 * Reads text that is a date and nothing else: every word must belong to it. Numeric dates are day first, as all outlets
 * in question write them, unless only month first can be.
 */
final class DateReader {

    private static final int MAX_LENGTH = 160;

    /** How many words can be none of dates only because they were copied without the blank between them. */
    private static final int MAX_GLUED_WORDS = 2;

    private static final String TIME_MARK = "t0t";

    private static final Pattern ISO = Pattern.compile(
            "^(\\d{4})-(\\d{2})-(\\d{2})[t ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)? ?(z|[+-]\\d{2}:?\\d{2})?$");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4}) ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![\\d:])(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d{2})(?![\\d/])");
    private static final Pattern ZONE =
            Pattern.compile("(?:gmt|utc|غرينتش|جرينتش|غرينيتش)(?: ?([+-]) ?(\\d{1,2})(?::?00)?)?");
    private static final Pattern OFFSET = Pattern.compile("(?<=:\\d{2}) ?([+-]\\d{2}:?\\d{2})$");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2}) ?(?:[:٫]|h|: )(?: ?(\\d{2}))(?: ?: ?\\d{2})?(?:min|mn)?(?!\\d)");
    private static final Pattern FULL_HOUR = Pattern.compile("(?<!\\d)(\\d{1,2}) ?(?:h|heures)(?![a-z0-9])");
    private static final Pattern RELATIVE =
            Pattern.compile("^(?:منذ|قبل|il y a|about)? ?(?:(?:\\d{1,3}|an|a|un|une) ?(?:"
                    + "دقيقه|دقايق|ساعه|ساعات|يوم|ايام|يوما|اسبوع|اسابيع|شهر|اشهر"
                    + "|min|minutes?|mins?|heures?|jours?|semaines?|mois|hours?|hrs?|days?|weeks?|months?|h|j|d)"
                    + "|دقيقه|دقيقتين|ساعه|ساعتين|يوم|يومين|اسبوع|اسبوعين)(?: واحده?)? ?(?:ago)?$");

    private static final Pattern PUBLISHED =
            Pattern.compile("(?<!\\p{L})(?:published|posted|publie|نشر|نشرت|تاريخ النشر)(?!\\p{L})");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ،,|/()\\[\\]–—•·-]+");
    private static final Set<String> ORDINALS = Set.of("er", "st", "nd", "rd", "th");

    /** Years of the Islamic calendar that pages can be from. */
    private static final int FIRST_HIJRI_YEAR = 1300;

    private static final int LAST_HIJRI_YEAR = 1500;

    private DateReader() {}

    /** What a text says, when it is a date or a time of day and nothing else. */
    static Optional<DateReading> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return readFolded(Folding.fold(text));
    }

    /** The same of a folded text. */
    static Optional<DateReading> readFolded(String folded) {
        if (folded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (isRelative(folded)) {
            return Optional.of(new DateReading.Relative());
        }
        DateWords words = DateWords.of(folded);
        if (!words.canHoldDate() || words.unknowns() > MAX_GLUED_WORDS) {
            return Optional.empty();
        }
        String parted = PartedDate.part(folded);
        return DateWords.of(parted).canBeDate() ? new Reading(parted).read() : Optional.empty();
    }

    private static boolean isRelative(String folded) {
        boolean marked = folded.startsWith("منذ")
                || folded.startsWith("قبل")
                || folded.startsWith("il y a")
                || folded.endsWith(" ago");
        return marked && RELATIVE.matcher(folded).matches();
    }

    /** One text being read; what has been understood is taken out of it. */
    private static final class Reading {

        private String rest;
        private @Nullable Integer year;
        private @Nullable Integer month;
        private @Nullable Integer day;
        private @Nullable Integer hour;
        private int minute;
        private @Nullable ZoneId zone;
        private boolean update;
        private boolean eitherFirst;
        private boolean hijri;

        Reading(String folded) {
            rest = folded;
        }

        Optional<DateReading> read() {
            Matcher iso = ISO.matcher(rest);
            if (iso.matches()) {
                return Optional.of(readIso(iso));
            }
            cutUpdateAfterDate();
            String withoutHijri = HijriDates.cutNumeric(rest);
            hijri = !withoutHijri.equals(rest);
            rest = withoutHijri;
            takeNumericDate();
            takeZone();
            takeTime();
            if (!takeWords() || !isComplete()) {
                return Optional.empty();
            }
            return Optional.of(result());
        }

        private DateReading readIso(Matcher iso) {
            String named = iso.group(7);
            zone = named == null ? null : named.equals("z") ? ZoneOffset.UTC : offset(named);
            year = Integer.valueOf(iso.group(1));
            month = Integer.valueOf(iso.group(2));
            day = Integer.valueOf(iso.group(3));
            hour = Integer.valueOf(iso.group(4));
            minute = Integer.parseInt(iso.group(5));
            return result();
        }

        private static ZoneId offset(String text) {
            String digits = text.replace(":", "");
            int minutes = Integer.parseInt(digits.substring(1, 3)) * 60 + Integer.parseInt(digits.substring(3));
            int bounded = Math.min(minutes, 18 * 60);
            return ZoneOffset.ofTotalSeconds((digits.startsWith("-") ? -bounded : bounded) * 60);
        }

        /** "Published …, updated …": the first date counts. A label at the start says what the only date is. */
        private void cutUpdateAfterDate() {
            boolean digitsBefore = false;
            int at = 0;
            for (String word : rest.split(" ")) {
                String bare = bare(word);
                if (CalendarWords.isUpdate(bare)) {
                    int published = digitsBefore ? -1 : publishedBehind(at);
                    if (published >= 0) {
                        rest = rest.substring(published);
                        return;
                    }
                    update = !digitsBefore;
                    rest = digitsBefore ? rest.substring(0, at) : rest.substring(at + word.length());
                    return;
                }
                digitsBefore |= word.chars().anyMatch(Character::isDigit);
                at += word.length() + 1;
            }
        }

        /** "Updated: … | Published: …": the index of the second label where a date stands before it, else -1. */
        private int publishedBehind(int update) {
            Matcher published = PUBLISHED.matcher(rest);
            boolean found = published.find(update)
                    && rest.substring(update, published.start()).chars().anyMatch(Character::isDigit);
            return found ? published.start() : -1;
        }

        private void takeNumericDate() {
            Matcher yearFirst = YEAR_FIRST.matcher(rest);
            if (yearFirst.find()) {
                setDate(yearFirst.group(3), yearFirst.group(2), yearFirst.group(1));
                take(yearFirst);
                return;
            }
            Matcher dayFirst = DAY_FIRST.matcher(rest);
            if (dayFirst.find()) {
                boolean monthFirst =
                        Integer.parseInt(dayFirst.group(3)) > 12 && Integer.parseInt(dayFirst.group(1)) <= 12;
                eitherFirst = Integer.parseInt(dayFirst.group(3)) <= 12 && Integer.parseInt(dayFirst.group(1)) <= 12;
                setDate(dayFirst.group(monthFirst ? 3 : 1), dayFirst.group(monthFirst ? 1 : 3), dayFirst.group(4));
                take(dayFirst);
            }
        }

        private void setDate(String dayText, String monthText, String yearText) {
            day = Integer.valueOf(dayText);
            month = Integer.valueOf(monthText);
            year = yearText.length() == 2 ? 2000 + Integer.parseInt(yearText) : Integer.parseInt(yearText);
        }

        private void takeZone() {
            Matcher named = ZONE.matcher(rest);
            if (!named.find()) {
                takeNamedZone();
                return;
            }
            int hours = named.group(2) == null ? 0 : Math.min(14, Integer.parseInt(named.group(2)));
            zone = ZoneOffset.ofHours("-".equals(named.group(1)) ? -hours : hours);
            take(named);
        }

        private void takeNamedZone() {
            Matcher offset = OFFSET.matcher(rest);
            if (offset.find()) {
                zone = offset(offset.group(1));
                take(offset);
                return;
            }
            DateZones.find(rest).ifPresent(named -> {
                zone = named.zone();
                rest = rest.substring(0, named.start()) + " " + rest.substring(named.end());
            });
        }

        private void takeTime() {
            Matcher time = TIME.matcher(rest);
            if (time.find()) {
                hour = Integer.valueOf(time.group(1));
                minute = Integer.parseInt(time.group(2));
                takeAsTime(time);
                return;
            }
            Matcher fullHour = FULL_HOUR.matcher(rest);
            if (fullHour.find()) {
                hour = Integer.valueOf(fullHour.group(1));
                takeAsTime(fullHour);
            }
        }

        /** Leaves a mark where the time was: "م" behind it is the afternoon, and behind a year the era. */
        private void takeAsTime(Matcher match) {
            rest = rest.substring(0, match.start()) + " " + TIME_MARK + " " + rest.substring(match.end());
        }

        private void take(Matcher match) {
            rest = rest.substring(0, match.start()) + " " + rest.substring(match.end());
        }

        /** Whether every word that is left belongs to a date. */
        private boolean takeWords() {
            List<Integer> numbers = new ArrayList<>();
            Deque<String> words = new ArrayDeque<>();
            for (String word : BETWEEN_WORDS.split(rest)) {
                if (!bare(word).isEmpty()) {
                    words.add(bare(word));
                }
            }
            List<String> kept = HijriDates.cut(words);
            hijri |= kept.size() < words.size();
            words.clear();
            words.addAll(kept);
            while (!words.isEmpty()) {
                if (!takeWord(words, numbers)) {
                    return false;
                }
            }
            return assign(numbers);
        }

        private boolean takeWord(Deque<String> words, List<Integer> numbers) {
            String word = words.removeFirst();
            if (word.equals(TIME_MARK)) {
                afternoonIfMarked(words);
                return true;
            }
            if (isNumber(word)) {
                numbers.add(Integer.valueOf(word));
                return true;
            }
            String next = words.peekFirst();
            Optional<Integer> pair = next == null ? Optional.empty() : CalendarWords.month(word + " " + next);
            if (pair.isPresent()) {
                words.removeFirst();
                return takeMonth(pair.get());
            }
            Optional<Integer> single = CalendarWords.month(word);
            if (single.isPresent() && !(word.equals("mar") && month != null)) {
                return takeMonth(single.get());
            }
            return takeDayPart(word) || isOrdinal(word, numbers) || CalendarWords.isNoise(word);
        }

        /** "آذار/مارس": the same month in two calendars' words. */
        private boolean takeMonth(int named) {
            boolean agrees = month == null || month == named;
            month = named;
            return agrees;
        }

        private void afternoonIfMarked(Deque<String> words) {
            if ("م".equals(words.peekFirst()) && hour != null && hour < 12) {
                hour += 12;
            }
        }

        private boolean takeDayPart(String word) {
            Integer known = hour;
            if (known == null || word.equals("م")) {
                return word.equals("م");
            }
            if (CalendarWords.isAfternoon(word)) {
                hour = known < 12 ? known + 12 : known;
                return true;
            }
            if (CalendarWords.isMorning(word)) {
                hour = known == 12 ? 0 : known;
                return true;
            }
            if (CalendarWords.isNight(word)) {
                hour = known == 12 ? 0 : known >= 6 && known < 12 ? known + 12 : known;
                return true;
            }
            return false;
        }

        /** "1er", "5th". */
        private static boolean isOrdinal(String word, List<Integer> numbers) {
            int end = Math.max(0, word.length() - 2);
            String digits = word.substring(0, end);
            if (!ORDINALS.contains(word.substring(end)) || !isNumber(digits)) {
                return false;
            }
            return numbers.add(Integer.valueOf(digits));
        }

        /** Day and year around a month in words. */
        private boolean assign(List<Integer> numbers) {
            if (year != null) {
                return numbers.isEmpty();
            }
            if (numbers.isEmpty()) {
                return month == null;
            }
            if (month == null || numbers.size() != 2) {
                return false;
            }
            boolean yearFirst = numbers.get(0) > 31;
            day = numbers.get(yearFirst ? 1 : 0);
            year = numbers.get(yearFirst ? 0 : 1);
            return year >= 1000;
        }

        private boolean isComplete() {
            boolean date = year != null && month != null && day != null;
            boolean timeOnly = year == null && month == null && hour != null;
            return date || timeOnly || isHijriAlone();
        }

        private boolean isHijriAlone() {
            boolean otherYear = year != null && year >= FIRST_HIJRI_YEAR && year <= LAST_HIJRI_YEAR;
            return otherYear || (hijri && year == null && month == null && day == null);
        }

        private DateReading result() {
            if (isHijriAlone()) {
                return new DateReading.OtherCalendar();
            }
            try {
                LocalTime time = hour == null ? null : LocalTime.of(hour, minute);
                if (year == null || month == null || day == null) {
                    return time == null ? new DateReading.Impossible() : timeOfDay(time);
                }
                return new DateReading.Stated(LocalDate.of(year, month, day), time, zone, update, eitherFirst);
            } catch (DateTimeException notInCalendar) {
                return new DateReading.Impossible();
            }
        }

        /** A time of the last change alone says no more of the publication than a distance in time. */
        private DateReading timeOfDay(LocalTime time) {
            return update ? new DateReading.Relative() : new DateReading.TimeOnly(time);
        }

        private static boolean isNumber(String word) {
            return !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        private static String bare(String word) {
            int start = 0;
            int end = word.length();
            while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
                start++;
            }
            while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
                end--;
            }
            return word.substring(start, end);
        }
    }
}
