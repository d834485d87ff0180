package org.khabar.article.importing.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/**
 * The words of date lines, folded: months as written from Casablanca to Baghdad and in French and English, days of the
 * week, labels, parts of the day.
 */
final class CalendarWords {

    private static final Map<String, Integer> MONTHS = months();

    private static final Set<String> NOISE = folded(
            "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد اثنين إثنين ثلاثاء أربعاء خميس جمعة سبت أحد",
            "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim",
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
            "صدر نشر نشرت نشرته النشر تاريخ بتاريخ تم في يوم اليوم الساعة على عند حرر أضيف التاريخ الموافق لـ ل من هـ و كتب ت",
            "بتوقيت توقيت المغرب الرباط القاهرة مكة المكرمة الدوحة الجزائر تونس المحلي محليا التوقيت",
            "publié publie publiée le à a ce posté date créé du h heures heure min heure locale paru et",
            "published posted on at date of the first st nd rd th local time and last");

    private static final Set<String> UPDATE = folded(
            "تحديث التحديث محدث حدث عدل تعديل محدثة",
            "mis mise modifié modifie modifiée actualisé màj maj",
            "updated modified update");

    private static final Set<String> UPDATE_FILLERS = folded("آخر اخر أخر jour last dernière derniere");

    private static final Set<String> HIJRI_MONTHS = folded(
            "محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو ذي القعدة الحجة الأول الآخر الثاني الأولى الآخرة الثانية");

    private static final Set<String> AFTERNOON =
            folded("م مساء المساء مساءا ظهرا الظهر عصرا العصر بعد الزوال pm p.m p.m. soir");
    private static final Set<String> NIGHT = folded("ليلا الليل ليل");
    private static final Set<String> MORNING = folded("ص صباحا الصباح صباح فجرا الفجر am a.m a.m. matin");

    private static final Set<String> ZONES = folded("gmt utc غرينتش جرينتش غرينيتش h min mn t z p m a");
    private static final Set<String> OF_MONTHS = MONTHS.keySet().stream()
            .flatMap(month -> Stream.of(month.split(" ")))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> KNOWN = known();

    private CalendarWords() {}

    /** The month, 1 to 12, that a folded word or pair of words names. */
    static Optional<Integer> month(String words) {
        return Optional.ofNullable(MONTHS.get(words));
    }

    static boolean isNoise(String word) {
        return NOISE.contains(word) || UPDATE_FILLERS.contains(word);
    }

    /** Whether a word says that the date after it is one of a later change. */
    static boolean isUpdate(String word) {
        return UPDATE.contains(word);
    }

    static boolean isUpdateFiller(String word) {
        return UPDATE_FILLERS.contains(word);
    }

    static boolean isHijriMonth(String word) {
        return HIJRI_MONTHS.contains(word);
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(word);
    }

    static boolean isNight(String word) {
        return NIGHT.contains(word);
    }

    static boolean isMorning(String word) {
        return MORNING.contains(word);
    }

    /** Whether a word without figures can stand in a date line at all. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }

    /** Whether a word is a month's name or a part of one. */
    static boolean isOfMonth(String word) {
        return OF_MONTHS.contains(word) || HIJRI_MONTHS.contains(word);
    }

    private static Set<String> known() {
        return Stream.of(NOISE, UPDATE, UPDATE_FILLERS, HIJRI_MONTHS, AFTERNOON, NIGHT, MORNING, OF_MONTHS, ZONES)
                .flatMap(Set::stream)
                .flatMap(words -> Stream.of(words.split("[^\\p{L}]+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> folded(String... lists) {
        return Stream.of(lists)
                .flatMap(list -> Stream.of(list.split(" ")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Integer> months() {
        String[] spellings = {
            "يناير|جانفي|كانون الثاني|janvier|janv|january|jan",
            "فبراير|فيفري|شباط|février|févr|fév|february|feb",
            "مارس|آذار|mars|march|mar",
            "أبريل|ابريل|إبريل|أفريل|نيسان|avril|avr|april|apr",
            "ماي|مايو|أيار|mai|may",
            "يونيو|يونيه|جوان|حزيران|juin|june|jun",
            "يوليوز|يوليو|يوليه|جويلية|تموز|juillet|juil|july|jul",
            "غشت|أغسطس|أوت|آب|août|aout|august|aug",
            "شتنبر|سبتمبر|أيلول|septembre|sept|september|sep",
            "أكتوبر|تشرين الأول|octobre|oct|october",
            "نونبر|نوفمبر|تشرين الثاني|novembre|nov|november",
            "دجنبر|ديسمبر|كانون الأول|décembre|déc|december|dec"
        };
        Map<String, Integer> months = new HashMap<>();
        for (int month = 1; month <= spellings.length; month++) {
            for (String spelling : spellings[month - 1].split("\\|")) {
                months.put(Folding.fold(spelling), month);
            }
        }
        return Map.copyOf(months);
    }
}
