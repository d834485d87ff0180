package org.khabar.article.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.outlet.OutletRegistry;

/** Articles that tests store without a page. */
@ApplicationScoped
public class Articles {

    private final ArticleStore store;
    private final OutletRegistry outlets;

    Articles(ArticleStore store, OutletRegistry outlets) {
        this.store = store;
        this.outlets = outlets;
    }

    /** An Arabic article of هسبريس with a block of each kind, 2024-03-09T18:30:00Z. */
    public ArticleNode storeRich() {
        return store(
                "hespress",
                "https://www.hespress.com/climat-1.html?a=1&b=2",
                "المغرب يعلن \"خطة\" لمواجهة الجفاف & ندرة المياه",
                "ar",
                ArticleKind.NEWS,
                Instant.parse("2024-03-09T18:30:00Z"),
                List.of(
                        new TextBlock(
                                BlockKind.PARAGRAPH,
                                "الرباط – أعلنت الحكومة المغربية، السبت، عن خطة وطنية <جديدة> لتدبير الماء."),
                        new TextBlock(BlockKind.HEADING, "سدود ومحطات تحلية"),
                        new TextBlock(BlockKind.LIST_ITEM, "بناء ١٢ سدا في أفق 2027"),
                        new TextBlock(BlockKind.LIST_ITEM, "محطة لتحلية مياه البحر بالدار البيضاء"),
                        new TextBlock(BlockKind.QUOTE, "«لن نترك أي قرية بلا ماء»، يقول الوزير نزار بركة."),
                        new TextBlock(BlockKind.IMAGE, "سد بين الويدان سنة ‏2024‏ – صورة: و.م.ع")));
    }

    /** A French article of Médias24 without a URL, 2024-03-08T08:00:00Z. */
    public ArticleNode storeFrench() {
        return store(
                "medias24",
                null,
                "Sécheresse : le plan d’urgence en trois points",
                "fr",
                ArticleKind.ANALYSIS,
                Instant.parse("2024-03-08T08:00:00Z"),
                List.of(new TextBlock(BlockKind.PARAGRAPH, "Le gouvernement a présenté vendredi son plan d’urgence.")));
    }

    /** A short Arabic news article whose text no other number gives. */
    public ArticleNode storeNumbered(String outlet, int number, Instant publishedAt) {
        return storeNumbered(outlet, number, publishedAt, "https://example.org/" + outlet + "/" + number);
    }

    /** The same at a URL, or at none. */
    public ArticleNode storeNumbered(String outlet, int number, Instant publishedAt, @Nullable String url) {
        return store(
                outlet,
                url,
                "خبر رقم " + number + " من السلسلة",
                "ar",
                ArticleKind.NEWS,
                publishedAt,
                List.of(new TextBlock(
                        BlockKind.PARAGRAPH,
                        "نص %1$d يحمل %1$d كلمات %1$d لا %1$d يشاركه فيها نص آخر.".formatted(number))));
    }

    /** An article with these parts, signed by nobody. */
    public ArticleNode store(
            String outlet,
            @Nullable String url,
            String headline,
            String language,
            ArticleKind kind,
            Instant publishedAt,
            List<TextBlock> blocks) {
        ArticleContent content = new ArticleContent(
                outlets.getByCode(outlet).id(),
                url,
                headline,
                language,
                kind,
                kind == ArticleKind.NEWS ? "هسبريس - أحمد الساسي" : null,
                kind == ArticleKind.NEWS ? "و م ع" : null,
                publishedAt,
                true,
                blocks);
        return store.store(content, "test").article();
    }
}
