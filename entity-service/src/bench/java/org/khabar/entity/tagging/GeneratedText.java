package org.khabar.entity.tagging;

/**
 * Arabic paragraphs about nothing: of 20 words 9 are among the most frequent of news, 6 are words of the names' vocabulary by
 * Zipf's law, 3 are in no name, 2 begin a name of the list. Every fifth word but the frequent ones has a particle attached, some
 * names are written with hamzas or vowel marks.
 */
final class GeneratedText {

    private static final String[] FREQUENT = ("في من على إلى أن عن التي الذي هذا هذه بعد قبل بين خلال حتى أكد قال وقال وأضاف كما وكان"
                    + " كانت ذلك عدد يوم أمس اليوم العام الجاري الحكومة الرئيس وزير وزارة مدينة منطقة البلاد الدولة الشعب مجلس لجنة قرار"
                    + " اجتماع لقاء مشروع برنامج التعليم الصحة الاقتصاد مليون دولار سنة شهر وفق لدى غير أكثر الأول الثاني")
            .split(" ");
    private static final String[] PARTICLES = {"و", "ب", "ل", "ف", "وب", "ك", "ول"};
    private static final int WORDS_OF_A_PARAGRAPH = 60;

    private GeneratedText() {}

    static String paragraph(GeneratedNames names, int number) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < WORDS_OF_A_PARAGRAPH; i++) {
            long seed = (long) number * WORDS_OF_A_PARAGRAPH + i;
            text.append(word(names, seed));
            text.append(i % 15 == 14 ? i + 1 == WORDS_OF_A_PARAGRAPH ? "." : "، " : " ");
        }
        return text.toString();
    }

    private static String word(GeneratedNames names, long seed) {
        long kind = Words.below(seed, 40, 20);
        if (kind < 9) {
            return FREQUENT[(int) Words.below(seed, 41, FREQUENT.length)];
        }
        String particle =
                Words.below(seed, 42, 5) == 0 ? PARTICLES[(int) Words.below(seed, 43, PARTICLES.length)] : "";
        if (kind < 15) {
            return particle + Words.arabic(Words.zipf(seed, 44, Math.max(1_000, names.count() / 5)));
        }
        if (kind < 18) {
            return particle + Words.arabic(1L << 36 | Words.below(seed, 45, 1L << 30));
        }
        return particle + written(arabicName(names, seed), seed);
    }

    private static String arabicName(GeneratedNames names, long seed) {
        int number = (int) Words.below(seed, 46, names.count());
        while (!names.isArabic(number)) {
            number = (number + 1) % names.count();
        }
        return names.text(number);
    }

    /** One of ten with a vowel mark, one of ten with a hamza at its start that the name lacks. */
    private static String written(String name, long seed) {
        return switch ((int) Words.below(seed, 47, 10)) {
            case 0 -> name.substring(0, 2) + '\u064F' + name.substring(2);
            case 1 -> name.charAt(0) == 'ا' ? 'أ' + name.substring(1) : name;
            default -> name;
        };
    }
}
