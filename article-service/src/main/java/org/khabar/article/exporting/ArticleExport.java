package org.khabar.article.exporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.BlockNode;
import org.khabar.article.article.Correction;
import org.khabar.article.article.PublishedListing;
import org.khabar.article.outlet.OutletRegistry;

/** Writes articles as lines, a batch at a time: in memory is one batch, and no transaction lasts while a client reads. */
@ApplicationScoped
class ArticleExport {

    private final PublishedListing listing;
    private final OutletRegistry outlets;
    private final ExportConfig config;
    private final ObjectMapper json;

    ArticleExport(PublishedListing listing, OutletRegistry outlets, ExportConfig config, ObjectMapper json) {
        this.listing = listing;
        this.outlets = outlets;
        this.config = config;
        this.json = json.copy().setSerializationInclusion(JsonInclude.Include.NON_NULL);
    }

    /** The batch after an article, null for the first; empty at the end. Two queries. */
    List<ArticleNode> listBatch(@Nullable UUID after, ArticleFilter filter) {
        return listing.listAfter(after, filter, config.batchSize());
    }

    /**
     * Writes all articles from a batch on, and flushes after each batch.
     *
     * @param first the first batch
     * @throws IOException when the client is gone
     */
    void write(List<ArticleNode> first, ArticleFilter filter, OutputStream out) throws IOException {
        List<ArticleNode> batch = first;
        while (!batch.isEmpty()) {
            writeBatch(batch, out);
            out.flush();
            boolean last = batch.size() < config.batchSize();
            batch = last ? List.of() : listBatch(UUID.fromString(batch.getLast().id()), filter);
        }
    }

    private void writeBatch(List<ArticleNode> batch, OutputStream out) throws IOException {
        List<List<BlockNode>> blocks = listing.listBlocks(batch);
        List<List<Correction>> corrections = listing.listCorrections(batch);
        for (int i = 0; i < batch.size(); i++) {
            ArticleNode article = batch.get(i);
            String outlet = outlets.getById(article.outletId()).code();
            out.write(json.writeValueAsBytes(ExportLine.of(article, outlet, blocks.get(i), corrections.get(i))));
            out.write('\n');
        }
    }
}
