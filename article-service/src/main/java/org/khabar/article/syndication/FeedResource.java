package org.khabar.article.syndication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.feed.FeedChanges;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletRegistry;

/**
 * The newest articles as Atom and RSS: of outlets, languages and kinds, about an entity, or found by a search. Who may read
 * them is up to {@link SyndicationPolicy}.
 */
@Path("/syndication")
@PermitAll
class FeedResource {

    /** What a feed was made of that does not have all articles yet. */
    private static final String INCOMPLETE = "Khabar-Incomplete";

    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final SyndicatedArticles articles;
    private final FeedChanges changes;
    private final OutletRegistry outlets;
    private final PublicAddress addresses;
    private final SyndicationConfig config;
    private final Clock clock;

    FeedResource(
            SyndicatedArticles articles,
            FeedChanges changes,
            OutletRegistry outlets,
            PublicAddress addresses,
            SyndicationConfig config,
            Clock clock) {
        this.articles = articles;
        this.changes = changes;
        this.clock = clock;
        this.outlets = outlets;
        this.addresses = addresses;
        this.config = config;
    }

    /** A feed as Atom 1.0. */
    @GET
    @Path("atom")
    @RunOnVirtualThread
    public Response atom(@BeanParam FeedParameters parameters, @Context UriInfo uri, @Context HttpHeaders headers) {
        return feed(FeedFormat.ATOM, parameters.subject(), uri, headers);
    }

    /** A feed as RSS 2.0. */
    @GET
    @Path("rss")
    @RunOnVirtualThread
    public Response rss(@BeanParam FeedParameters parameters, @Context UriInfo uri, @Context HttpHeaders headers) {
        return feed(FeedFormat.RSS, parameters.subject(), uri, headers);
    }

    /** The texts are not read for a client that has the same articles in the same versions. */
    private Response feed(FeedFormat format, FeedSubject subject, UriInfo uri, HttpHeaders headers) {
        SyndicatedArticles.Newest newest = articles.findNewest(subject);
        Feed feed = feed(subject, uri, newest);
        Validators validators = validators(format, subject, feed);
        Response.ResponseBuilder answer = validators.isHeldBy(headers)
                ? Response.notModified()
                : Response.ok(format.write(feed(subject, uri, articles.withTexts(newest))), format.mediaType());
        if (!feed.complete()) {
            answer.header(INCOMPLETE, "search-index");
        }
        Duration maxAge = feed.complete() ? config.maxAge() : Duration.ZERO;
        return validators.on(answer, maxAge, config.isPublic()).build();
    }

    private Validators validators(FeedFormat format, FeedSubject subject, Feed feed) {
        List<Object> contents =
                new ArrayList<>(List.of(format, feed.self(), feed.title(), feed.maxTextLength(), feed.complete()));
        feed.entries()
                .forEach(entry -> contents.add(
                        entry.article().id() + " " + entry.article().version() + " " + entry.outletName()));
        return Validators.of(contents, findModified(subject));
    }

    /**
     * When the archive changed last: an article that goes would make the newest date of a feed's own entries older, and a
     * client with the date before would keep it. Null just after a change, as dates count in seconds, and for feeds that
     * change by more than the archive.
     */
    private @Nullable Instant findModified(FeedSubject subject) {
        boolean ofArchive = subject.entity() == null && subject.search() == null;
        return ofArchive
                ? changes.findNewestTime()
                        .filter(time -> time.isBefore(clock.instant().minus(SETTLING)))
                        .orElse(null)
                : null;
    }

    private Feed feed(FeedSubject subject, UriInfo uri, SyndicatedArticles.Newest newest) {
        List<SyndicatedArticle> entries = newest.articles();
        Instant updated = entries.stream()
                .map(entry -> entry.article().updatedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<String> languages =
                entries.stream().map(SyndicatedArticle::language).distinct().toList();
        return new Feed(
                title(subject),
                languages.size() == 1 ? languages.getFirst() : "",
                addresses.self(uri),
                updated,
                entries,
                config.maxTextLength(),
                newest.complete());
    }

    private String title(FeedSubject subject) {
        List<String> codes = subject.filter().outlets();
        String publishers = codes == null
                ? "Khabar"
                : String.join(", ", codes.stream().map(this::name).toList());
        String label = subject.label();
        return label.isEmpty() ? publishers : publishers + ": " + label;
    }

    private String name(String code) {
        Outlet outlet = outlets.getByCode(code);
        return outlet.name(
                        outlet.languages().isEmpty() ? null : outlet.languages().getFirst())
                .text();
    }
}
