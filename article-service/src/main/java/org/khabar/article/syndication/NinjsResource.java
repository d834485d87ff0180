package org.khabar.article.syndication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.subject.SubjectNode;
import org.khabar.article.subject.SubjectVocabulary;

/** One article as ninjs. */
@Path("/articles/{id}/ninjs")
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
class NinjsResource {

    private final SyndicatedArticles articles;
    private final SubjectVocabulary subjects;
    private final SyndicationConfig config;
    private final ObjectMapper json;

    NinjsResource(
            SyndicatedArticles articles, SubjectVocabulary subjects, SyndicationConfig config, ObjectMapper json) {
        this.articles = articles;
        this.subjects = subjects;
        this.config = config;
        this.json = json;
    }

    /** The article, if readers may see it: nobody gets drafts in this form. */
    @GET
    @RunOnVirtualThread
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) throws JsonProcessingException {
        SyndicatedArticle article = articles.find(parse(id)).orElseThrow(NinjsResource::unknown);
        Validators validators = Validators.of(List.of(id, article.article().version(), article.outletName()), null);
        Response.ResponseBuilder answer = validators.isHeldBy(headers)
                ? Response.notModified()
                : Response.ok(
                        json.writeValueAsBytes(
                                Ninjs.of(article, listSubjects(article), articles.listCorrections(article))),
                        MediaType.APPLICATION_JSON);
        return validators.on(answer, config.maxAge(), false).build();
    }

    private List<SubjectNode> listSubjects(SyndicatedArticle article) {
        return article.article().subjectCodes().stream().map(subjects::get).toList();
    }

    private static UUID parse(String id) {
        try {
            UUID parsed = UUID.fromString(id);
            if (parsed.toString().equals(id)) {
                return parsed;
            }
        } catch (IllegalArgumentException garbled) {
            throw unknown();
        }
        throw unknown();
    }

    private static RequestFailure unknown() {
        return RequestFailure.notFound("There is no such article.");
    }
}
