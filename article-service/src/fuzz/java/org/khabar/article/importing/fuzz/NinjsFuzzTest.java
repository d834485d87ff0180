package org.khabar.article.importing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** ninjs of each line. */
class NinjsFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzTarget.NINJS.check(bytes);
    }
}
