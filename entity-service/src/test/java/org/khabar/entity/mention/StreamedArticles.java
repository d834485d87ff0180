package org.khabar.entity.mention;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.khabar.entity.testing.ServiceProcess;

/**
 * Articles that keep coming over a feed, the next few whenever the service has stored most of those before: while it is
 * away they wait. Each is a function of its number; some are revised and some withdrawn.
 */
final class StreamedArticles {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AHEAD = 8;
    private static final int REVISED = 9;
    private static final int WITHDRAWN = 13;

    /** A headline and two paragraphs each; %1$d is a number. */
    private static final List<List<String>> TEXTS = List.of(
            List.of(
                    "وفد في رواق النخيل الأزرق",
                    "زار وفد جمعية الزيتونة الخضراء رواق النخيل الأزرق للمرة %1$d.",
                    "ثم عاد الوفد إلى بيت القصب، وشكر رواق النخيل الأزرق."),
            List.of(
                    "نادي المرجان يفتح أبوابه",
                    "قال سامر الحلواني إن نادي المرجان سيفتح أبوابه قريبا أمام %1$d شخصا.",
                    "وأضاف الحلواني أن بيت القصب شريك في نادي المرجان."),
            List.of(
                    "لقاء عن السماء",
                    "احتضن قصر الريحان لقاء حضره %1$d شخصا.",
                    "وتحدثت فيه باحثة من مرصد الفلك الشعبي عن النجوم."),
            List.of(
                    "تعاون جديد",
                    "تعاونت دار الياسمين مع جمعية الزيتونة الخضراء في %1$d ورشة.",
                    "وتستضيف دار الياسمين ورشات أخرى."),
            List.of(
                    "معرض في الرواق",
                    "عرض خزف الساحل %1$d قطعة في رواق النخيل الأزرق.",
                    "وقال سامر الحلواني إنه راض عن المعرض، وقالت رانية الزيتوني إنها ستعود."),
            List.of("أخبار قصيرة", "لا يذكر هذا الخبر أحدا، وفيه %1$d كلمة.", "انتهى الخبر."));

    private final ServiceProcess service;
    private int number;
    private CompletableFuture<Void> streaming = CompletableFuture.completedFuture(null);

    StreamedArticles(ServiceProcess service) {
        this.service = service;
    }

    /** Lets so many more come. */
    void more(int articles) {
        streaming = streaming.thenRunAsync(() -> stream(articles), Thread::startVirtualThread);
    }

    /** Waits until the service has stored all that were to come. */
    void awaitStored() {
        streaming.join();
        await().atMost(PATIENCE)
                .until(() -> service.handled() >= service.events().size());
    }

    private void stream(int articles) {
        for (int i = 0; i < articles; i++) {
            int appended = service.events().size();
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> appended - service.handled() < AHEAD);
            append(number++);
        }
    }

    private void append(int article) {
        service.append(published(article, 1, article));
        if (article % REVISED == REVISED - 1) {
            service.append(published(article - 4, 2, article + 1));
        }
        if (article % WITHDRAWN == WITHDRAWN - 1) {
            service.append(withdrawn(article - 2));
        }
    }

    private static String published(int article, int version, int text) {
        List<String> texts = TEXTS.get(text % TEXTS.size());
        return """
                {"specversion":"1.0","type":"org.khabar.article.published.v1","subject":"%1$s","time":"2025-03-05T18:10:00Z",
                 "data":{"id":"%1$s","version":%2$d,"language":"ar","outlet":"%3$s","headline":"%5$s",
                  "publishedAt":"2025-0%4$d-05T18:10:00Z",
                  "blocks":[{"kind":"PARAGRAPH","text":"%6$s"},{"kind":"PARAGRAPH","text":"%7$s"}]}}
                """.formatted(
                        id(article),
                        version,
                        article % 2 == 0 ? "hespress" : "elkhabar",
                        1 + article % 3,
                        texts.getFirst(),
                        texts.get(1).formatted(text),
                        texts.getLast());
    }

    private static String withdrawn(int article) {
        return """
                {"specversion":"1.0","type":"org.khabar.article.withdrawn.v1","subject":"%s","time":"2025-03-05T18:10:00Z",
                 "method":"DELETE"}
                """.formatted(id(article));
    }

    private static UUID id(int article) {
        return UUID.nameUUIDFromBytes(("article " + article).getBytes(StandardCharsets.UTF_8));
    }
}
