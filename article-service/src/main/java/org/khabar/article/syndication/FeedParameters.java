package org.khabar.article.syndication;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.FilterParameters;

/**
 * What a request for a feed may say, the same for all its forms.
 *
 * @param outlets only articles of these outlets (codes); none for all
 * @param languages only articles in these languages (BCP 47 tags); none for all
 * @param kinds only articles of these kinds; none for all
 * @param subjects only articles about these subjects (codes of media topics), or one below them; none for all
 * @param entity only articles that name this entity (an id); null for all
 * @param search only articles that these words find; null for all
 */
record FeedParameters(
        @QueryParam("outlet") List<String> outlets,
        @QueryParam("language") List<String> languages,
        @QueryParam("kind") List<String> kinds,
        @QueryParam("subject") List<String> subjects,
        @QueryParam("entity") @Nullable String entity,
        @QueryParam("q") @Nullable String search) {

    /** @throws org.khabar.article.failure.RequestFailure naming the parameter that cannot be used */
    FeedSubject subject() {
        return new FeedSubject(FilterParameters.read(outlets, languages, kinds, subjects), entity, search);
    }
}
