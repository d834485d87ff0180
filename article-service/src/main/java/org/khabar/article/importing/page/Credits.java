package org.khabar.article.importing.page;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/** Words that say a text was taken over: agencies, and what outlets call a text put together from others. */
final class Credits {

    private static final Set<String> WORDS = Stream.of(
                    "متابعات|متابعة|وكالات|الوكالات|وكالات الأنباء|وكالات أنباء|مواقع|مواقع إلكترونية|صحف|وسائل إعلام",
                    "رويترز|وكالة رويترز|فرانس برس|وكالة فرانس برس|أ ف ب|أ.ف.ب|ا.ف.ب|أف ب|أسوشيتد برس|أ ب|د ب أ|د.ب.أ",
                    "الأناضول|وكالة الأناضول|شينخوا|إفي|سبوتنيك|تاس|نوفوستي|بلومبرغ|قنا|وام|واس|وفا|بترا|كونا|وات|واج",
                    "العمانية|سونا|سانا|سبأ|بنا|معا|وكالة الأنباء السعودية|وكالة الأنباء القطرية|وكالة أنباء الشرق الأوسط|أ ش أ|أ.ش.أ",
                    "و م ع|و.م.ع|ومع|الألمانية|الفرنسية|القدس برس|وكالة المغرب العربي للأنباء|وكالة الأنباء الجزائرية|وكالة أسوشيتد برس",
                    "AFP|Agence France-Presse|Reuters|AP|Associated Press|The Associated Press|dpa|EFE|Xinhua|ANSA|TASS",
                    "MAP|APS|TAP|Bloomberg|Anadolu|Anadolu Agency|PA|PA Media|Sputnik",
                    "agences|agences de presse|agencies|news agencies|wires|agencies and websites|presse")
            .flatMap(list -> Stream.of(list.split("\\|")))
            .map(Folding::key)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MAX_LENGTH = 60;

    private Credits() {}

    /** The same of what {@link Folding#key} makes of a text. */
    static boolean isKey(String key) {
        return WORDS.contains(key);
    }

    static boolean isCredit(String text) {
        return text.length() <= MAX_LENGTH && WORDS.contains(Folding.key(text));
    }
}
