package org.khabar.article.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

/**
 * News that nobody wrote: words made of Arabic consonants and patterns, as frequent as Zipf's law says, article N the same in
 * every run. Some two hundred words; one in two hundred has a phrase that no other way of making sentences gives.
 */
final class Corpus {

    static final String PHRASE = "الهيئة العليا للانتخابات";

    private static final int WORDS = 60_000;
    private static final String CONSONANTS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private static final List<String> PATTERNS = List.of(
            "%s%s%s", "%sا%s%s", "م%s%sو%s", "%s%sا%s", "ت%s%sي%s", "م%sا%s%sة", "ا%sت%sا%s", "%s%sي%s", "م%s%s%s", "ان%s%sا%s",
            "است%s%sا%s", "%s%s%sة", "م%s%s%sة", "ت%sا%s%s", "%s%sو%s", "مت%s%s%s", "ي%s%s%s", "%sوا%s%s", "م%sا%s%s", "أ%s%sا%s",
            "%s%s%sي", "%s%s%sية", "%s%s%sات", "إ%s%sا%s");
    private static final String FREQUENT =
            "في من على إلى أن التي الذي هذا هذه عن مع قال بعد كان بين رئيس وزير حكومة دولة مدينة سنة يوم شخص عمل وطن قانون"
                    + " مجلس جهة ملف مشروع برنامج اتفاق قطاع شركة سوق مال تعليم صحة ماء طريق ميناء جامعة محكمة حزب انتخابات لجنة تقرير";

    private final String[] words = new String[WORDS];
    private final double[] cumulative = new double[WORDS];
    private final List<UUID> outlets;
    private final int articles;

    Corpus(List<UUID> outlets, int articles) {
        this.outlets = List.copyOf(outlets);
        this.articles = articles;
        Set<String> made = new LinkedHashSet<>(List.of(FREQUENT.split(" ")));
        Random random = new Random(20260101);
        while (made.size() < WORDS) {
            made.add(PATTERNS.get(random.nextInt(PATTERNS.size()))
                    .formatted(consonant(random), consonant(random), consonant(random)));
        }
        int rank = 0;
        double sum = 0;
        for (String word : made) {
            sum += 1.0 / (rank + 2.7);
            words[rank] = word;
            cumulative[rank++] = sum;
        }
    }

    private static char consonant(Random random) {
        return CONSONANTS.charAt(random.nextInt(CONSONANTS.length()));
    }

    /** The word that is the rank-th most frequent, from 0. */
    String word(int rank) {
        return words[rank];
    }

    SearchDocument article(int number) {
        SplittableRandom random = new SplittableRandom(number * 7919L + 17);
        List<TextBlock> blocks = new ArrayList<>();
        for (int paragraph = 0; paragraph < 5; paragraph++) {
            String phrase = paragraph == 2 && number % 200 == 7 ? PHRASE + " " : "";
            blocks.add(new TextBlock(BlockKind.PARAGRAPH, phrase + sentence(random, 25 + random.nextInt(30)) + "."));
        }
        return new SearchDocument(
                new UUID(0x0190_0000_0000_7000L + ((long) number << 16), random.nextLong() >>> 2 | Long.MIN_VALUE),
                outlets.get((int) (outlets.size() * random.nextDouble() * random.nextDouble())),
                random.nextInt(20) == 0 ? "fr" : "ar",
                ArticleKind.values()[random.nextInt(10) < 7 ? 0 : random.nextInt(7)],
                ArticleStatus.PUBLISHED,
                Instant.parse("2010-01-01T00:00:00Z").plusSeconds((long) (473_000_000.0 / articles * number)),
                List.of(),
                sentence(random, 7 + random.nextInt(5)),
                blocks);
    }

    private String sentence(SplittableRandom random, int length) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            sentence.append(i == 0 ? "" : " ").append(clitic(random)).append(any(random));
        }
        return sentence.toString();
    }

    private static String clitic(SplittableRandom random) {
        int number = random.nextInt(20);
        return number < 6 ? "ال" : number == 6 ? "و" : number == 7 ? "بال" : number == 8 ? "وال" : "";
    }

    private String any(SplittableRandom random) {
        double wanted = random.nextDouble() * cumulative[WORDS - 1];
        int index = java.util.Arrays.binarySearch(cumulative, wanted);
        return words[index < 0 ? -index - 1 : index];
    }
}
