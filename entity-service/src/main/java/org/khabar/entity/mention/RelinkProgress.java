package org.khabar.entity.mention;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What is still to be done after changes of the catalogue. */
@Type("Relinking")
public record RelinkProgress(
        @Description("Changes whose articles are still to be found.")
        int waitingChanges,

        @Description("Articles that are still to be linked again.")
        int waitingArticles,

        @Nullable @Description("Since when the first of them waits; null when there is nothing to do.")
        Instant waitingSince) {}
