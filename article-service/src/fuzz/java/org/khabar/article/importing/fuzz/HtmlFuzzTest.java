package org.khabar.article.importing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** HTML pages. */
class HtmlFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzTarget.HTML.check(bytes);
    }
}
