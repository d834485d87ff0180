package org.khabar.article.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.khabar.article.outlet.LocalizedName;
import org.khabar.article.subject.SubjectNode;

/**
 * A subject of an article as ninjs has it.
 *
 * @param name in the article's language, else in one that there is; null for a code that is not known
 * @param uri the IPTC's for its media topic
 * @param literal its code, such as {@code medtop:04000000}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NinjsSubject(@Nullable String name, String uri, String literal) {

    private static final String TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";

    static NinjsSubject of(SubjectNode subject, String language) {
        String name = subject.names().stream()
                .filter(known -> known.language().equals(language))
                .findFirst()
                .or(() -> subject.names().stream().findFirst())
                .map(LocalizedName::text)
                .orElse(null);
        String digits = subject.code().substring(subject.code().indexOf(':') + 1);
        return new NinjsSubject(name, TOPICS + digits, subject.code());
    }
}
