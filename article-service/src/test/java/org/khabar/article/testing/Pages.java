package org.khabar.article.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Page texts for tests. */
public final class Pages {

    private Pages() {}

    /** A page of {@code src/test/resources/pages}. */
    public static String read(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/pages", name + ".txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A short page of هسبريس. */
    public static String of(String headline, String date, String... paragraphs) {
        return headline + "\n\n" + date + "\n\nهسبريس - متابعة\n\n" + String.join("\n\n", paragraphs) + "\n";
    }

    /** A page whose text no other number gives. */
    public static String numbered(int number) {
        return of(
                "خبر رقم " + number + " من سلسلة الأخبار المرقمة",
                "%02d مارس 2024 %02d:%02d".formatted(1 + number % 28, number / 28 % 24, number % 60),
                "نص %1$d يحمل %1$d كلمات %1$d لا %1$d يشاركه %1$d فيها %1$d نص %1$d آخر %1$d من السلسلة."
                        .formatted(number));
    }
}
