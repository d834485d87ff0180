import java.util.Random;

/**
 * Names in Arabic letters and how they are written in Latin ones, each a function of its number. Given names follow Zipf's law,
 * surnames are made of syllables from a vocabulary that grows with the names; seven of ten are people, two organizations, one
 * a place.
 */
final class GeneratedNames {

    private static final String[][] GIVEN = {
        {"محمد", "Mohamed"}, {"أحمد", "Ahmed"}, {"فاطمة", "Fatima"}, {"يوسف", "Youssef"}, {"علي", "Ali"},
        {"خديجة", "Khadija"}, {"عبد الرحمن", "Abderrahmane"}, {"إدريس", "Driss"}, {"زينب", "Zineb"}, {"سعيد", "Said"},
        {"مريم", "Meryem"}, {"الحسن", "El Hassan"}, {"عبد الله", "Abdellah"}, {"عمر", "Omar"}, {"نزهة", "Nouzha"},
        {"مصطفى", "Mustapha"}, {"رشيد", "Rachid"}, {"سلمى", "Salma"}, {"خالد", "Khaled"}, {"ليلى", "Leila"},
        {"طارق", "Tarik"}, {"سفيان", "Soufiane"}, {"بوعلام", "Boualem"}, {"جمال", "Jamal"}, {"نادية", "Nadia"}
    };
    private static final String[][] BODIES = {
        {"جمعية", "Association"}, {"وزارة", "Ministere"}, {"شركة", "Societe"}, {"نادي", "Club"}, {"جامعة", "Universite"},
        {"حزب", "Parti"}, {"معهد", "Institut"}
    };
    private static final String[][] CONSONANTS = {
        {"ب", "b"}, {"ت", "t"}, {"ج", "j"}, {"ح", "h"}, {"خ", "kh"}, {"د", "d"}, {"ر", "r"}, {"ز", "z"}, {"س", "s"},
        {"ش", "ch"}, {"ص", "s"}, {"ط", "t"}, {"غ", "gh"}, {"ف", "f"}, {"ق", "k"}, {"ك", "k"}, {"ل", "l"}, {"م", "m"},
        {"ن", "n"}, {"ه", "h"}, {"ي", "y"}
    };
    private static final String[][] VOWELS = {{"ا", "a"}, {"ي", "i"}, {"و", "ou"}, {"", "a"}, {"", "e"}};

    private final int vocabulary;

    /** @param count how many names there are */
    GeneratedNames(int count) {
        vocabulary = Math.max(1_000, count / 4);
    }

    /** What kind of entity a number is, and what it is called. */
    record Named(String type, String arabic, String latin, String arabicSurname) {}

    Named name(int number) {
        Random random = new Random(number * 7_919L + 13);
        String[] surname = word(1_000_000_000L + (long) (Math.pow(random.nextDouble(), 2) * vocabulary));
        boolean definite = random.nextInt(10) < 4;
        String arabic = (definite ? "ال" : "") + surname[0];
        String latin = (definite ? "El " : "") + capital(surname[1]);
        int kind = number % 10;
        if (kind < 7) {
            String[] given = given(random);
            String[] second = random.nextInt(5) == 0 ? given(random) : new String[] {"", ""};
            return new Named(
                    "PERSON",
                    joined(given[0], second[0], arabic),
                    joined(given[1], second[1], latin),
                    arabic);
        }
        if (kind < 9) {
            String[] body = BODIES[random.nextInt(BODIES.length)];
            return new Named("ORGANIZATION", joined(body[0], "", arabic), joined(body[1], "", latin), arabic);
        }
        String[] other = word(2_000_000_000L + number);
        return new Named("PLACE", joined(arabic, "", other[0]), joined(latin, "", capital(other[1])), arabic);
    }

    private String[] given(Random random) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(400));
        return rank <= GIVEN.length ? GIVEN[rank - 1] : word(rank);
    }

    private static String[] word(long number) {
        Random random = new Random(number);
        StringBuilder arabic = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            add(CONSONANTS[random.nextInt(CONSONANTS.length)], arabic, latin);
            add(VOWELS[random.nextInt(VOWELS.length)], arabic, latin);
        }
        if (random.nextBoolean()) {
            add(CONSONANTS[random.nextInt(CONSONANTS.length)], arabic, latin);
        }
        return new String[] {arabic.toString(), latin.toString()};
    }

    private static void add(String[] letter, StringBuilder arabic, StringBuilder latin) {
        arabic.append(letter[0]);
        latin.append(letter[1]);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String joined(String first, String second, String last) {
        return second.isEmpty() ? first + " " + last : first + " " + second + " " + last;
    }
}
