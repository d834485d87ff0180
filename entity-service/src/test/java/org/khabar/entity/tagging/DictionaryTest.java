package org.khabar.entity.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.khabar.entity.text.TokenizedText;

class DictionaryTest {

    private static final UUID STRIP = new UUID(1, 1);
    private static final UUID CITY = new UUID(1, 2);

    @Test
    void tellsWordsWithTheSameHashApart() {
        assertThat("اياي").hasSameHashCodeAs("بثبث").hasSameHashCodeAs("ايبث").hasSameHashCodeAs("بثاي");
        Dictionary dictionary = Dictionary.of(List.of(name(STRIP, "اياي"), name(CITY, "بثبث"), name(CITY, "غزة ايبث")));

        assertThat(names(dictionary, "اياي بثبث ايبث بثاي")).containsExactly("اياي", "بثبث");
        assertThat(names(dictionary, "غزة ايبث، غزة بثاي")).containsExactly("غزة ايبث");
    }

    @Test
    void keepsEveryNameOfMany() {
        int count = 60_000;
        List<AliasEntry> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name(new UUID(2, i / 3), "مدينة " + word(i)));
        }

        Dictionary dictionary = Dictionary.of(names);

        assertThat(dictionary.size()).isEqualTo(count);
        for (int i = 0; i < count; i += 7) {
            assertThat(found(dictionary, "في مدينة " + word(i))).containsExactly(names.get(i));
        }
        assertThat(found(dictionary, "في مدينة " + word(count))).isEmpty();
    }

    @Test
    void keepsNamesOfAnyLength() {
        String word = "كلمة".repeat(80_000);
        String phrase = "من ".repeat(3_000) + "لا شيء";
        Dictionary dictionary = Dictionary.of(List.of(name(STRIP, word), name(CITY, phrase), name(CITY, "غزة")));

        assertThat(names(dictionary, "عن " + word + " و" + phrase + " في غزة")).containsExactly(word, phrase, "غزة");
    }

    @Test
    void anEditedEntityHasTheNamesOfTheEditAlone() {
        Dictionary before = Dictionary.of(List.of(name(STRIP, "القطاع"), name(STRIP, "القطاع كله"), name(CITY, "غزة")));

        Dictionary after = before.with(Map.of(STRIP, List.of(name(STRIP, "قطاع غزة"), name(STRIP, "القطاع"))));

        assertThat(names(after, "القطاع كله، قطاع غزة، غزة")).containsExactly("القطاع", "قطاع غزة", "غزة");
        assertThat(names(before, "القطاع كله، قطاع غزة، غزة")).containsExactly("القطاع كله", "غزة", "غزة");
    }

    @Test
    void anEditStandsUntilTheNextOfItsEntity() {
        Dictionary dictionary = Dictionary.of(List.of(name(STRIP, "القطاع"), name(CITY, "غزة")))
                .with(Map.of(STRIP, List.of(name(STRIP, "قطاع غزة"))))
                .with(Map.of(CITY, List.of(name(CITY, "المدينة"))))
                .with(Map.of(STRIP, List.of()));

        assertThat(names(dictionary, "القطاع، قطاع غزة، المدينة")).containsExactly("المدينة");
        assertThat(dictionary.edits()).isEqualTo(2);
    }

    @Test
    void aNameOfAnEditSharesItsWordsWithOthers() {
        Dictionary dictionary = Dictionary.of(List.of(name(CITY, "غزة"), name(CITY, "غزة هاشم")))
                .with(Map.of(STRIP, List.of(name(STRIP, "غزة"), name(STRIP, "غزة هاشم القديمة"))));

        assertThat(found(dictionary, "غزة")).extracting(AliasEntry::entity).containsExactlyInAnyOrder(CITY, STRIP);
        assertThat(names(dictionary, "غزة هاشم القديمة وغزة هاشم")).containsExactly("غزة هاشم القديمة", "غزة هاشم");
    }

    /** A number in letters that no particle begins with. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("م");
        for (int left = number; left > 0; left /= 10) {
            word.append("احدرسصطعنه".charAt(left % 10));
        }
        return word.append("ي").toString();
    }

    private static AliasEntry name(UUID entity, String text) {
        return new AliasEntry(entity, EntityType.PLACE, AliasType.NAME, "ar", text, null);
    }

    private static List<String> names(Dictionary dictionary, String text) {
        return found(dictionary, text).stream().map(AliasEntry::text).toList();
    }

    private static List<AliasEntry> found(Dictionary dictionary, String text) {
        return new Tagger(dictionary)
                .tag(TokenizedText.of(text), "ar").stream()
                        .flatMap(occurrence -> occurrence.aliases().stream())
                        .toList();
    }
}
