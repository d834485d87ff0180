package org.khabar.article.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04000000",
                "medtop:04000000",
                " MEDTOP:04000000 ",
                "mediatopic:04000000",
                "http://cv.iptc.org/newscodes/mediatopic/04000000",
                "https://cv.iptc.org/newscodes/mediatopic/04000000/"
            })
    void allWaysToWriteACodeAreOne(String text) {
        assertThat(SubjectCode.checked(text)).isEqualTo("medtop:04000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4000000",
                "040000000",
                "medtop:0400000a",
                "subj:04000000",
                "medtop:٠٤٠٠٠٠٠٠",
                "http://example.com/newscodes/mediatopic/04000000",
                "medtop:04000000\nmedtop:04000000",
                "اقتصاد"
            })
    void whatIsNoCodeIsRefused(String text) {
        assertThat(SubjectCode.find(text)).isEmpty();
        assertThatThrownBy(() -> SubjectCode.checked(text)).hasMessageContaining("is no code of a subject");
    }
}
