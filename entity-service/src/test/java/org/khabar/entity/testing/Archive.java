package org.khabar.entity.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Articles of one outlet that come, change and go by the feed. */
public final class Archive {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;
    private final String outlet;

    public Archive(Database database, String outlet) {
        this.database = database;
        this.outlet = outlet;
    }

    /** Publishes an Arabic article with these paragraphs, and waits until its mentions are stored. */
    public UUID publish(String... paragraphs) {
        UUID article = UUID.randomUUID();
        revise(article, 1, paragraphs);
        return article;
    }

    /** Publishes a version of an article. */
    public void revise(UUID article, int version, String... paragraphs) {
        Feed.awaitHandled(Feed.appendEvent(event(article, version, List.of(paragraphs))));
    }

    public void withdraw(UUID article) {
        Feed.awaitHandled(Feed.appendEvent("""
                {"specversion":"1.0","type":"org.khabar.article.withdrawn.v1","subject":"%s","method":"DELETE","time":"%s"}
                """.formatted(article, Instant.now())));
    }

    /** Makes the service find the article's mentions again from what it has stored of it, and nothing else. */
    public void linkAgainFromNothing(UUID article) {
        database.execute("delete from mention where article_id = '%s'".formatted(article));
        linkAgain(article);
    }

    /** Makes the service find the article's mentions again. */
    public void linkAgain(UUID article) {
        database.execute("""
                insert into relink_article (article_id, transaction_id) values ('%s', '3') on conflict do nothing
                """.formatted(article));
        Newsroom.awaitRelinked();
    }

    /** Takes all articles away, and the entities that editors made. */
    public void clear() {
        removeArticles();
        database.execute("delete from mention_ruling");
        database.execute("delete from review_item where not open");
        database.execute("delete from name_candidate where article_count = 0");
        database.execute("delete from entity where id in (select entity_id from entity_revision)");
    }

    public void removeArticles() {
        Newsroom.awaitRelinked();
        database.execute("delete from article where outlet = '%s'".formatted(outlet));
    }

    private String event(UUID article, int version, List<String> paragraphs) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("type", "org.khabar.article.published.v1")
                .put("subject", article.toString())
                .put("time", Instant.now().toString());
        ObjectNode data = event.putObject("data")
                .put("id", article.toString())
                .put("version", version)
                .put("language", "ar")
                .put("headline", "عنوان")
                .put("outlet", outlet)
                .put("publishedAt", "2025-03-05T18:10:00Z");
        ArrayNode blocks = data.putArray("blocks");
        paragraphs.forEach(text -> blocks.addObject().put("kind", "PARAGRAPH").put("text", text));
        return event.toString();
    }
}
