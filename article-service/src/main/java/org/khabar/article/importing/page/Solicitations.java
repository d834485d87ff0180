package org.khabar.article.importing.page;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/** Lines in which a site asks its readers to subscribe, follow or install something. */
final class Solicitations {

    private static final Set<String> WORDS = Stream.of(
                    "newsletter newsletters inscrivez abonnez recevez suivez téléchargez subscribe inbox",
                    "بريدك بريدكم اشتركوا تابعونا تابعنا حملوا انضموا قناتنا نشرتنا")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private static final int OPENING_WORDS = 2;
    private static final Set<String> ANYWHERE = Stream.of(
                    "newsletter", "newsletters", "inbox", "بريدك", "بريدكم", "نشرتنا")
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private static final int MAX_WORDS = 25;
    private static final Set<String> IMPERATIVES = Stream.of(
                    "تابعوا تابعنا تابعونا اشتركوا انضموا حملوا",
                    "suivez rejoignez abonnez inscrivez téléchargez follow subscribe join download")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> CHANNELS = Stream.of(
                    "google whatsapp telegram facebook twitter instagram youtube newsletter app application chaîne channel",
                    "غوغل جوجل واتساب واتسآب تلغرام تليغرام فيسبوك تويتر إنستغرام يوتيوب قناتنا صفحتنا نشرتنا تطبيقنا التطبيق")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private Solicitations() {}

    /** Whether a line within a text asks for nothing else, and so is none of it wherever it stands. */
    static boolean isLine(PageLine line) {
        String[] words = line.key().split(" ");
        return line.words() <= MAX_WORDS
                && IMPERATIVES.contains(words[0])
                && Arrays.stream(words).anyMatch(CHANNELS::contains);
    }

    static boolean isOne(PageLine line) {
        String[] words = line.key().split(" ");
        return Arrays.stream(words).anyMatch(ANYWHERE::contains)
                || Arrays.stream(words).limit(OPENING_WORDS).anyMatch(WORDS::contains);
    }
}
