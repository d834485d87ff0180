package org.khabar.article.article;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.article.subject.SubjectNode;

/** What articles and their revisions are about, over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class ArticleSubjectApi {

    private final ArticleArchive archive;

    ArticleSubjectApi(ArticleArchive archive) {
        this.archive = archive;
    }

    @Description("What it is about, by IPTC media topics.")
    public @NonNull List<@NonNull SubjectNode> subjects(@Source ArticleNode article) {
        return archive.listSubjects(article.subjectCodes());
    }

    @Description("What it was about, by IPTC media topics.")
    public @NonNull List<@NonNull SubjectNode> subjects(@Source RevisionNode revision) {
        return archive.listSubjects(revision.subjectCodes());
    }
}
