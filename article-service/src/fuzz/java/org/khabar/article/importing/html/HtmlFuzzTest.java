package org.khabar.article.importing.html;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes give a draft that can be stored, or are refused, in time. */
class HtmlFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] page) {
        HtmlPageParserPropertiesTest.check(page);
    }
}
