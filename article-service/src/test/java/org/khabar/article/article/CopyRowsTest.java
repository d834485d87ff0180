package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.text.StorableText;

/** Texts as COPY reads them: what its format gives a meaning is escaped, everything else is UTF-8. */
class CopyRowsTest {

    @Property
    void anyTextIsEscapedAndEncodedOrRefused(@ForAll("texts") String text) throws Exception {
        CopyRows rows = new CopyRows();
        rows.value(text).value(null).endRow();
        if (StorableText.indexOfLoneSurrogate(text) >= 0) {
            assertThatThrownBy(rows::open)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).startsWith("22"));
            return;
        }
        String escaped = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        assertThat(read(rows)).isEqualTo((escaped + "\t\\N\n").getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void rowsGrowBeyondTheirFirstBytes() throws Exception {
        String long3 = "文".repeat(70_000);
        CopyRows rows = new CopyRows();
        rows.value(1).value(ArticleKind.NEWS).value(long3).endRow();
        rows.values(new int[] {1, -2}).values(new String[] {"أ\"", "\\"}).endRow();
        assertThat(new String(read(rows), StandardCharsets.UTF_8))
                .isEqualTo("1\tNEWS\t" + long3 + "\n{1,-2}\t{\"أ\\\\\"\",\"\\\\\\\\\"}\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("\\\n\r\tN.\0 aé٣خبر،文\uD83D\uDE00\uFFFF\u07FF\u0800\u007F\u0080")
                .ofMaxLength(40);
    }

    private static byte[] read(CopyRows rows) throws SQLException, IOException {
        try (InputStream in = rows.open()) {
            return in.readAllBytes();
        }
    }
}
