package org.khabar.article.syndication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.PublishedListing;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;

/** News sitemaps of an outlet: search engines take those of one site's URLs. Who may read them: {@link SyndicationPolicy}. */
@Path("/syndication/outlets/{outlet}")
@PermitAll
class SitemapResource {

    private static final String XML = "application/xml;charset=UTF-8";

    private final PublishedListing listing;
    private final OutletRegistry outlets;
    private final PublicAddress addresses;
    private final SyndicationConfig config;
    private final Clock clock;

    SitemapResource(
            PublishedListing listing,
            OutletRegistry outlets,
            PublicAddress addresses,
            SyndicationConfig config,
            Clock clock) {
        this.listing = listing;
        this.outlets = outlets;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    /** The index: the address of each sitemap, one at least. */
    @GET
    @Path("news-sitemap-index.xml")
    @RunOnVirtualThread
    public Response index(@PathParam("outlet") String outlet, @Context UriInfo uri, @Context HttpHeaders headers) {
        int urls = listing.countWithUrl(recent(outlet));
        int pages = Math.clamp(Math.ceilDiv(urls, config.sitemapUrls()), 1, config.maxSitemaps());
        String path = "/syndication/outlets/" + URLEncoder.encode(outlet, StandardCharsets.UTF_8) + "/news-sitemap.xml";
        List<String> locations = IntStream.rangeClosed(1, pages)
                .mapToObj(page -> addresses.of(uri, path + "?page=" + page).toString())
                .toList();
        return answer(locations, () -> NewsSitemap.writeIndex(locations), headers);
    }

    /**
     * One sitemap: articles of the last two days that have a URL, newest first.
     *
     * @param page 1 for the newest
     */
    @GET
    @Path("news-sitemap.xml")
    @RunOnVirtualThread
    public Response sitemap(
            @PathParam("outlet") String outlet,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpHeaders headers) {
        int skipped = (number(page) - 1) * config.sitemapUrls();
        List<SyndicatedArticle> articles = listing.listWithUrl(recent(outlet), skipped, config.sitemapUrls()).stream()
                .map(node -> new SyndicatedArticle(node, outlets.getById(node.outletId()), List.of()))
                .toList();
        List<Object> contents = new ArrayList<>();
        articles.forEach(article ->
                contents.add(article.article().id() + " " + article.article().version() + " " + article.outletName()));
        return answer(contents, () -> NewsSitemap.write(articles), headers);
    }

    private Response answer(List<?> contents, Supplier<byte[]> body, HttpHeaders headers) {
        Validators validators = Validators.of(contents, null);
        Response.ResponseBuilder answer =
                validators.isHeldBy(headers) ? Response.notModified() : Response.ok(body.get(), XML);
        return validators.on(answer, config.maxAge(), config.isPublic()).build();
    }

    private ArticleFilter recent(String outlet) {
        if (outlets.findByCode(outlet).isEmpty()) {
            throw RequestFailure.notFound("There is no such outlet.");
        }
        Instant now = clock.instant();
        return new ArticleFilter(List.of(outlet), null, null, null, null, now.minus(config.sitemapAge()), now);
    }

    private int number(String page) {
        boolean digits = !page.isEmpty() && page.length() <= 6 && page.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(page) : 0;
        if (number < 1 || number > config.maxSitemaps()) {
            throw RequestFailure.badInput("page is not a number from 1 to %d.".formatted(config.maxSitemaps()));
        }
        return number;
    }
}
