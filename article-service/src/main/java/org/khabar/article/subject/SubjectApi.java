package org.khabar.article.subject;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.outlet.LocalizedName;

/** Subjects over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class SubjectApi {

    private final SubjectVocabulary vocabulary;

    SubjectApi(SubjectVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Query
    @Description("The subject with this code; null when the code is not known.")
    public @Nullable SubjectNode subject(@NonNull String code) {
        return vocabulary.find(SubjectCode.checked(code)).orElse(null);
    }

    @Query
    @Description("The subjects right below that one; the broadest when none is given.")
    public @NonNull List<@NonNull SubjectNode> subjects(@Nullable String broader) {
        return broader == null ? vocabulary.listTop() : vocabulary.listNarrower(SubjectCode.checked(broader));
    }

    @Description(
            "Its name in the first language of the list (BCP 47 tags) that it has one in, then ar, en, fr; null when"
                    + " the code is not known.")
    public @Nullable LocalizedName name(@Source SubjectNode subject, @Nullable String language) {
        return subject.names().isEmpty() ? null : LocalizedName.choose(subject.names(), language);
    }

    @Description("The subjects right above it.")
    public @NonNull List<@NonNull SubjectNode> broader(@Source SubjectNode subject) {
        return subject.broaderCodes().stream().map(vocabulary::get).toList();
    }
}
