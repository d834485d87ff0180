package org.khabar.article.importing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Streams of articles, a line each. */
class NdjsonFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzTarget.NDJSON.check(bytes);
    }
}
