package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/أخبار/المغرب https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%d8%a7%d9%84%d9%85%d8%ba%d8%b1%d8%a8",
                "https://example.org/أخبار https://example.org/%D8%A7%D9%94%D8%AE%D8%A8%D8%A7%D8%B1",
                "https://example.org/caf%C3%A9 https://example.org/café",
                "https://example.org/%7Eali/a https://example.org/~ali/a",
                "https://EXAMPLE.org:443/a/ http://www.example.org/a#part",
                "https://example.org https://example.org/",
                "https://example.org/a/./b/../c https://example.org/a/c",
                "https://example.org/a?id=5&utm_source=x&fbclid=y https://example.org/a?id=5",
                "https://example.org/?q=أخبار+اليوم https://example.org/?q=%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%20اليوم",
                "https://example.org/a?b=1&a=2 https://example.org/a?a=2&b=1",
                "https://موقع.example/خبر https://xn--4gbrim.example/%D8%AE%D8%A8%D8%B1",
            })
    void spellingsOfOnePage(String one, String other) {
        assertThat(UrlKey.of(ArticleUrl.checked(one))).isEqualTo(UrlKey.of(ArticleUrl.checked(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/a%2Fb https://example.org/a/b",
                "https://example.org/a https://example.org/A",
                "https://example.org/a?id=5 https://example.org/a?id=6",
                "https://example.org/a%3Fid=5 https://example.org/a?id=5",
                "https://example.org/%FF https://example.org/%FE",
                "https://example.org:8080/a https://example.org/a",
                "https://ar.example.org/a https://fr.example.org/a",
            })
    void pagesThatDiffer(String one, String other) {
        assertThat(UrlKey.of(ArticleUrl.checked(one))).isNotEqualTo(UrlKey.of(ArticleUrl.checked(other)));
    }
}
