package org.khabar.article.importing.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Articles in Khabar's own form. */
class OwnFormFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void parse(byte[] bytes) {
        FuzzTarget.OWN_FORM.check(bytes);
    }
}
