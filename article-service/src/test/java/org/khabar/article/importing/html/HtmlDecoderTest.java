package org.khabar.article.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.khabar.article.importing.draft.UnreadablePage;

class HtmlDecoderTest {

    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Charset LATIN = Charset.forName("windows-1252");

    private static final String TEXT =
            "<p>أعلنت وزارة الثقافة عن تنظيم ندوة دولية حول حفظ أرشيف الصحافة في المغرب العربي"
                    + " بمشاركة باحثين من عدة بلدان، وينتظر أن تستمر أشغالها ثلاثة أيام في المكتبة الوطنية.</p>";

    @Test
    void byteOrderMarkWinsOverWhatIsNamed() throws UnreadablePage {
        byte[] page = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);

        assertThat(HtmlDecoder.decode(page, "windows-1256")).isEqualTo(TEXT);
        assertThat(HtmlDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), null))
                .isEqualTo(TEXT);
        assertThat(HtmlDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE), null))
                .isEqualTo(TEXT);
    }

    @Test
    void theRequestWinsOverThePage() throws UnreadablePage {
        String page = "<meta charset=iso-8859-1>" + TEXT;

        assertThat(HtmlDecoder.decode(page.getBytes(ARABIC), "Windows-1256")).isEqualTo(page);
    }

    @Test
    void thePageNamesItsCharset() throws UnreadablePage {
        String old = "<meta http-equiv='Content-Type' content='text/html; charset=x-cp1256'>" + TEXT;
        String xml = "<?xml version='1.0' encoding='windows-1256'?>" + TEXT;

        assertThat(HtmlDecoder.decode(old.getBytes(ARABIC), null)).isEqualTo(old);
        assertThat(HtmlDecoder.decode(xml.getBytes(ARABIC), null)).isEqualTo(xml);
    }

    @Test
    void latinMeansWindows() throws UnreadablePage {
        String page = "<meta charset=ISO-8859-1><p>« L’été – 5 € »</p>";

        assertThat(HtmlDecoder.decode(page.getBytes(LATIN), null)).isEqualTo(page);
    }

    @Test
    void aCharsetThatTheBytesCannotBeInIsNotBelieved() throws UnreadablePage {
        String page = "<meta charset=utf-8>" + TEXT;

        assertThat(HtmlDecoder.decode(page.getBytes(ARABIC), null)).isEqualTo(page);
        assertThat(HtmlDecoder.decode(page.getBytes(ARABIC), "utf-8")).isEqualTo(page);
    }

    @Test
    void aFewBrokenBytesLeaveThePageInUtf8() throws UnreadablePage {
        byte[] page = (TEXT + TEXT + "x").getBytes(StandardCharsets.UTF_8);
        page[page.length - 1] = (byte) 0xC3;

        assertThat(HtmlDecoder.decode(page, "utf-8")).startsWith(TEXT + TEXT);
    }

    @Test
    void charsetIsRecognisedWhereNoneIsNamed() throws UnreadablePage {
        assertThat(HtmlDecoder.decode(TEXT.getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(TEXT);
        String scripted = "<script>" + "var menu = 'home';".repeat(2000) + "</script>" + TEXT;
        assertThat(HtmlDecoder.decode(scripted.getBytes(ARABIC), null)).isEqualTo(scripted);
        String french = "<p>Le ministère a présenté jeudi ses prévisions révisées : la récolte céréalière, déjà"
                + " éprouvée par la sécheresse, dépasserait à peine celle de l’année précédente, d’après les données.</p>";
        assertThat(HtmlDecoder.decode(french.getBytes(LATIN), null)).isEqualTo(french);
    }

    @Test
    void anUnknownCharsetIsNoCharset() throws UnreadablePage {
        assertThat(HtmlDecoder.decode(TEXT.getBytes(StandardCharsets.UTF_8), "utf-7"))
                .isEqualTo(TEXT);
        assertThat(HtmlDecoder.decode(TEXT.getBytes(StandardCharsets.UTF_8), "no such\u0000"))
                .isEqualTo(TEXT);
    }
}
