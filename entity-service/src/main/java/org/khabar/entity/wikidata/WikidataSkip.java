package org.khabar.entity.wikidata;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** Lines of a dump that were left out for one reason. */
@Type("WikidataSkip")
public record WikidataSkip(
        @NonNull SkipReason reason,
        int count,

        @NonNull @Description("The first of them: an item's id, or what is wrong with the line.")
        String example) {}
