import java.util.Random;

/**
 * Items in the dump's form, each a function of its number: seven of ten are people, two places, and the tenth a club or a
 * disambiguation page. Every tenth of the first 10,000 is a kind of something. People are citizens of one of the first thousand
 * places and members of one of the first 5,000 clubs, which mostly stand elsewhere in the dump. Some 2 KB of JSON each, most of it texts in
 * languages and statements that are not imported, as in real dumps.
 */
final class GeneratedItems {

    private static final int CLASSES = 10_000;
    private static final String[] ARABIC = {
        "محمد", "أحمد", "عبد الرحمن", "يوسف", "فاطمة", "زينب", "إدريس", "الحسن", "مريم", "سعيد", "العربي", "الفاسي",
        "التازي", "بنجلون", "المراكشي", "الطنجاوي", "الزهراء", "الوزاني", "السوسي", "الريفي", "البقالي", "العلمي"
    };
    private static final String[] LATIN = {
        "Mohamed", "Ahmed", "Abderrahmane", "Youssef", "Fatima", "Zineb", "Driss", "El Hassan", "Meryem", "Said", "Larbi",
        "Fassi", "Tazi", "Benjelloun", "Marrakchi", "Tanjaoui", "Zahra", "Ouazzani", "Soussi", "Riffi", "Bakkali", "Alami"
    };
    private static final String[] OTHER_LANGUAGES = {"de", "es", "it", "nl", "sv", "pl", "ru", "ja", "zh", "tr"};

    private GeneratedItems() {}

    /** How many of the first items are no entities: classes, and pages of Wikimedia's own. */
    static int skipped(int items) {
        int skipped = 0;
        for (int number = 0; number < items; number++) {
            skipped += isClass(number) || isPage(number) ? 1 : 0;
        }
        return skipped;
    }

    /** How many relations the first of the items have to each other. */
    static int relations(int items) {
        int relations = 0;
        for (int number = 0; number < items; number++) {
            if (isPerson(number)) {
                relations += (country(number) < items ? 1 : 0) + (club(number) < items ? 1 : 0);
            }
        }
        return relations;
    }

    private static boolean isPerson(int number) {
        return !isClass(number) && !isPage(number) && number % 10 < 7;
    }

    private static int country(int number) {
        return number % 1_000 * 10 + 7;
    }

    private static int club(int number) {
        return number % 5_000 * 20 + 9;
    }

    private static boolean isClass(int number) {
        return number < CLASSES && number % 10 == 0;
    }

    private static boolean isPage(int number) {
        return !isClass(number) && number % 20 == 19;
    }

    /** The Arabic name of the last person among the first items. */
    static String lastName(int items) {
        int number = items - 1;
        while (!isPerson(number)) {
            number--;
        }
        Random random = new Random(number);
        return arabic(random.nextInt(ARABIC.length), random.nextInt(ARABIC.length), number);
    }

    private static String arabic(int first, int last, int number) {
        return ARABIC[first] + " " + ARABIC[last] + " " + number;
    }

    static String item(int number) {
        Random random = new Random(number);
        int id = 900_000_000 + number;
        int first = random.nextInt(ARABIC.length);
        int last = random.nextInt(ARABIC.length);
        String arabic = arabic(first, last, number);
        String latin = LATIN[first] + " " + LATIN[last] + " " + number;
        StringBuilder json = new StringBuilder(2_500)
                .append("{\"type\":\"item\",\"id\":\"Q")
                .append(id)
                .append("\",\"labels\":{");
        text(json, "ar", arabic).append(',');
        text(json, "fr", latin).append(',');
        text(json, "en", latin);
        for (String language : OTHER_LANGUAGES) {
            text(json.append(','), language, latin);
        }
        json.append("},\"descriptions\":{");
        text(json, "ar", "شخصية مغربية").append(',');
        text(json, "en", "a description of item " + number);
        for (String language : OTHER_LANGUAGES) {
            text(json.append(','), language, "a description in another language");
        }
        json.append("},\"aliases\":{\"ar\":[{\"language\":\"ar\",\"value\":\"")
                .append(ARABIC[last])
                .append(' ')
                .append(number)
                .append("\"}]},\"claims\":{");
        claims(json, number);
        for (int property = 1000; property < 1008; property++) {
            json.append(",\"P").append(property).append("\":[{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"P")
                    .append(property)
                    .append("\",\"datavalue\":{\"value\":\"")
                    .append(random.nextInt())
                    .append("\",\"type\":\"string\"},\"datatype\":\"external-id\"},\"type\":\"statement\",\"rank\":\"normal\"}]");
        }
        return json.append("},\"sitelinks\":{\"arwiki\":{\"site\":\"arwiki\",\"title\":\"")
                .append(arabic)
                .append("\",\"badges\":[]}}}")
                .toString();
    }

    private static StringBuilder text(StringBuilder json, String language, String text) {
        return json.append('"')
                .append(language)
                .append("\":{\"language\":\"")
                .append(language)
                .append("\",\"value\":\"")
                .append(text)
                .append("\"}");
    }

    private static void claims(StringBuilder json, int number) {
        if (isClass(number)) {
            item(json, "P279", number == 0 ? "Q515" : "Q" + (900_000_000 + number / 20 * 10));
        } else if (isPage(number)) {
            item(json, "P31", "Q4167410");
        } else if (number % 10 < 7) {
            item(json, "P31", "Q5");
            json.append(",\"P569\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"time\":\"+19")
                    .append(10 + number % 90)
                    .append("-05-01T00:00:00Z\",\"precision\":11,\"calendarmodel\":"
                            + "\"http://www.wikidata.org/entity/Q1985727\"}}},\"rank\":\"normal\"}]");
            item(json.append(','), "P27", "Q" + (900_000_000 + country(number)));
            item(json.append(','), "P463", "Q" + (900_000_000 + club(number)));
        } else if (number % 10 < 9) {
            item(json, "P31", "Q" + (900_000_000 + number % CLASSES / 10 * 10));
        } else {
            item(json, "P31", "Q476028");
        }
    }

    private static void item(StringBuilder json, String property, String id) {
        json.append('"')
                .append(property)
                .append("\":[{\"mainsnak\":{\"snaktype\":\"value\",\"property\":\"")
                .append(property)
                .append("\",\"datavalue\":{\"value\":{\"entity-type\":\"item\",\"id\":\"")
                .append(id)
                .append("\"},\"type\":\"wikibase-entityid\"}},\"type\":\"statement\",\"rank\":\"normal\"}]");
    }
}
