package org.khabar.article.syndication;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.importing.form.TestContexts;
import org.khabar.article.outlet.LocalizedName;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.subject.SubjectNode;
import org.khabar.article.testing.ReadBack;
import org.khabar.article.testing.RichArticles;

/** An article as ninjs is read as the article that it was written of. */
class NinjsReadBackTest {

    private static final Outlet OUTLET =
            Objects.requireNonNull(TestContexts.of("hespress").outlet());

    @Property(tries = 400)
    void ninjsLosesNothing(@ForAll("articles") RichArticles.Rich rich) {
        SyndicatedArticle article = new SyndicatedArticle(rich.article(), OUTLET, rich.blocks());
        List<SubjectNode> subjects = rich.article().subjectCodes().stream()
                .map(code -> new SubjectNode(code, List.of(new LocalizedName("طقس", "ar")), List.of()))
                .toList();
        ReadBack.assertSame(Ninjs.of(article, subjects, rich.corrections()), rich, "hespress");
    }

    @Provide
    Arbitrary<RichArticles.Rich> articles() {
        return RichArticles.all(List.of(new UUID(0, 2)));
    }
}
