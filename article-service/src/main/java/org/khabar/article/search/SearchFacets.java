package org.khabar.article.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Type;

/** What the articles that match have in common. Its members are fields of their own. */
@Type("SearchFacets")
public record SearchFacets(
        @Description(
                "Whether the counts are estimates: from an even sample of the articles that match, where they are more"
                        + " than some ten thousand (or have the words of a phrase and are some thousand), or of those that"
                        + " are indexed by now.")
        boolean sampled,

        @Ignore SearchMatches matches) {

    MatchSample matched() {
        return matches.sample();
    }
}
