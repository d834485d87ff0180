import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** Articles of about two kilobytes, the same in every run: sentences of common words in an order of their own. */
final class GeneratedArticles {

    private static final String[] WORDS = ("قال أعلن أكد أوضح أضاف وزير رئيس مدير بلدية مدينة قرية جهة إقليم مجلس لجنة"
                    + " مشروع قانون ميزانية اتفاقية طريق ماء كهرباء مدرسة جامعة مستشفى تلميذ أستاذ طبيب سوق ثمن خبز قمح"
                    + " مطر ريح بحر سفينة ميناء قطار مطار معرض كتاب مكتبة متحف مهرجان فيلم لاعب مباراة فريق بطولة على"
                    + " في من إلى عن مع بعد قبل خلال منذ حول ضد بين اليوم أمس غدا السنة الماضية المقبلة الجديدة الأولى"
                    + " الثانية الكبرى الوطنية الدولية المحلية الصحية الاقتصادية الثقافية الرباط الدار البيضاء فاس مراكش"
                    + " طنجة أكادير وجدة تونس الجزائر القاهرة بيروت عمان بغداد دمشق الخرطوم الدوحة")
            .split(" ");
    private static final String[] OUTLETS = {"hespress", "aljazeera", "ahram", "elkhabar", "mosaiquefm", "annahar"};
    private static final int PARAGRAPHS = 5;
    private static final int WORDS_A_PARAGRAPH = 34;

    private GeneratedArticles() {}

    /** Writes so many to a file, one a line; holds one of them at a time. */
    static void write(Path file, int articles) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int number = 0; number < articles; number++) {
                out.write(item(number).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    private static String item(int number) {
        Random random = new Random(number * 2_654_435_761L);
        StringBuilder blocks = new StringBuilder();
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            blocks.append(paragraph == 0 ? "" : ",")
                    .append("{\"kind\":\"PARAGRAPH\",\"text\":\"")
                    .append(words(random, WORDS_A_PARAGRAPH))
                    .append(".\"}");
        }
        String outlet = OUTLETS[number % OUTLETS.length];
        return "{\"headline\":\"" + words(random, 9) + " " + number + "\",\"outlet\":\"" + outlet
                + "\",\"language\":\"ar\",\"kind\":\"NEWS\",\"byline\":\"" + words(random, 2) + "\",\"publishedAt\":\""
                + Instant.ofEpochSecond(1_262_304_000L + number * 331L) + "\",\"url\":\"https://" + outlet + ".example/"
                + number + "\",\"blocks\":[" + blocks + "]}";
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            words.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
