package org.khabar.article.importing.page;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/**
 * Whether words have the form of a person's name: a few words without figures, quotation marks or function words, which
 * in scripts with case begin with a capital letter, particles aside.
 */
final class NameForm {

    private static final int MAX_WORDS = 5;

    /** "On"; but at either end of a name it is Ali, as Egyptian outlets write him. */
    private static final String ON = "على";

    private static final Set<String> PARTICLES =
            Set.of("de du des la le les d' el al ben bin bint ibn ould van von da di dos y e".split(" "));

    /** Words that stand in sentences and in no name. */
    private static final Set<String> FUNCTION_WORDS = Stream.of(
                    "في من إلى عن أن إن بعد قبل مع حول ضد بين منذ خلال هل كيف لماذا ما ماذا متى هذا هذه ذلك تلك",
                    "قال قالت قالوا لا لم لن قد عبر نحو تحت فوق ضمن دون بسبب بشأن عند حتى أو ثم بل كما وسط الذي التي الذين",
                    "أكثر أقل كل بعض غير ليس أول آخر يوم اليوم أمس غدا عاجل جديد جديدة الجديد الجديدة",
                    "the a an of to in on for and or is are was were with at from how why what when who will",
                    "un une et ou est sont à au aux en dans sur pour par avec sans qui que quoi pourquoi comment")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    /** "al-Mughrabi" begins with a capital letter behind its article. */
    private static final Pattern ARTICLE = Pattern.compile("^(?:al|el|ad|as|ash|at)-(?=.)");

    private NameForm() {}

    /** Whether a text can be a name of at least so many words. */
    static boolean isName(String text, int minWords) {
        String[] words = text.strip().split("\\s+");
        if (words.length < minWords || words.length > MAX_WORDS) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            boolean inside = i > 0 && i < words.length - 1;
            if (!isPart(words[i]) || (inside && words[i].equals(ON))) {
                return false;
            }
        }
        return Character.isLetter(text.strip().codePointAt(0))
                && !Character.isLowerCase(text.strip().codePointAt(0));
    }

    /** Whether words would be a name but for an office, place or thing among them: "الرئيس السيسي وملك الأردن". */
    static boolean isCaption(String text) {
        String[] words = text.strip().split("\\s++");
        boolean caption = false;
        for (String word : words) {
            boolean office = CaptionWords.isOne(Folding.fold(word));
            if (!office && !isPart(word)) {
                return false;
            }
            caption |= office;
        }
        return caption && words.length >= 2 && words.length <= MAX_WORDS;
    }

    private static boolean isPart(String word) {
        String folded = Folding.fold(word);
        if (PARTICLES.contains(folded)) {
            return true;
        }
        boolean letters = word.codePoints().allMatch(NameForm::isOfNames)
                && word.codePoints().anyMatch(Character::isLetter);
        return letters
                && !folded.isEmpty()
                && !Character.isLowerCase(ARTICLE.matcher(word).replaceFirst("").codePointAt(0))
                && !FUNCTION_WORDS.contains(folded)
                && !CaptionWords.isOne(folded)
                && !hasAttachedPreposition(folded);
    }

    private static boolean isOfNames(int point) {
        return Character.isLetter(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.FORMAT
                || "'’.-‑ـ".indexOf(point) >= 0;
    }

    /** "للولايات", "بالرباط": a preposition before the article. */
    private static boolean hasAttachedPreposition(String folded) {
        boolean attached = folded.startsWith("لل") || folded.startsWith("بال") || folded.startsWith("وال");
        return attached && folded.length() > 5;
    }
}
