package org.khabar.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;

class SubgraphUrlsTest {

    private static Supergraph withAddress(String url) {
        SubgraphSdl subgraph = new SubgraphSdl("tides", url, "type Query { tide: Int }");
        return switch (Composition.compose(List.of(subgraph))) {
            case CompositionResult.Success success -> success.supergraph();
            case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://tides.test", "https://tides.test:8443/graphql", "HTTP://[::1]:80/"})
    void anAddressThatCanBeCalledIsTaken(String url) throws SchemaUnavailableException {
        assertThat(SubgraphUrls.of(withAddress(url), List.of())).containsEntry("tides", url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://tides.test",
                "httpx://tides.test",
                "tides.test/graphql",
                "http:///graphql",
                "http://tides.test:99999",
                "http://tides.test:0",
                "http://tides.test:eighty",
                "http://tides test",
                "",
            })
    void anyOtherIsRefusedWithTheNameOfTheSubgraph(String url) {
        assertThatThrownBy(() -> SubgraphUrls.of(withAddress(url), List.of()))
                .isInstanceOfSatisfying(
                        SchemaUnavailableException.class,
                        refused -> assertThat(refused.refusals())
                                .singleElement()
                                .satisfies(refusal -> {
                                    assertThat(refusal.code()).isEqualTo("SUBGRAPH_URL_INVALID");
                                    assertThat(refusal.subgraphs()).containsExactly("tides");
                                    assertThat(refusal.shown())
                                            .doesNotContain("http")
                                            .contains("tides");
                                }));
    }

    @Test
    void aConfiguredAddressStandsInForOneThatCannotBeCalled() throws SchemaUnavailableException {
        SubgraphAddress configured = new SubgraphAddress("tides", "http://localhost:1/graphql");

        assertThat(SubgraphUrls.of(withAddress("ftp://tides.test"), List.of(configured)))
                .containsEntry("tides", "http://localhost:1/graphql");
    }
}
