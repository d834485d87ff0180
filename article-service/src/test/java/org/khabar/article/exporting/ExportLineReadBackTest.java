package org.khabar.article.exporting;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.testing.ReadBack;
import org.khabar.article.testing.RichArticles;

/** A line of an export is read as the article that it was written of. */
class ExportLineReadBackTest {

    @Property(tries = 400)
    void linesLoseNothing(@ForAll("articles") RichArticles.Rich rich) {
        ExportLine line = ExportLine.of(rich.article(), "hespress", rich.blocks(), rich.corrections());
        ReadBack.assertSame(line, rich, "hespress");
    }

    @Provide
    Arbitrary<RichArticles.Rich> articles() {
        return RichArticles.all(List.of(new UUID(0, 2)));
    }
}
