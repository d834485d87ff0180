package org.khabar.article.article;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.article.diff.BlockChange;

/** What is different in a revision. */
@Description("What is different in a revision from one before it.")
public record RevisionChanges(
        @Description("The version that it is compared with.")
        int since,

        @NonNull List<@NonNull FieldChange> fields,

        @NonNull @Description("In the order of the text.") List<@NonNull BlockChange> blocks) {}
