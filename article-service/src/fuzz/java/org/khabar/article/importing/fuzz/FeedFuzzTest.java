package org.khabar.article.importing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** RSS and Atom. */
class FeedFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzTarget.FEED.check(bytes);
    }
}
