package org.khabar.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphSdlReader;

/** How long answers out of {@code caching/news.graphqls} may be kept. */
class CachePolicyTest {
    private static final Supergraph COMPOSED = compose();

    private static Supergraph compose() {
        try {
            String sdl = Files.readString(Path.of("src/test/resources/caching/news.graphqls"));
            return switch (Composition.compose(List.of(new SubgraphSdl("news", "http://news.test", sdl)))) {
                case CompositionResult.Success success -> success.supergraph();
                case CompositionResult.Failure failure -> throw new AssertionError(failure.errors());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CachePolicy policy(String query) {
        return new Planner(COMPOSED).analyse(Parser.parse(query), null, 10).cache();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ article { headline } } | 300 | false",
                "{ article { headline views } } | 30 | false",
                "{ latest { headline views } } | 5 | false",
                "{ article { place { name } } } | 300 | false",
                "{ article { headline } __typename } | 300 | false",
                "{ motto } | 86400 | false",
                "{ motto me { name } } | 60 | true",
                "{ article { headline } ... on Query { latest { headline } } } | 5 | false"
            })
    void isThatOfTheShortestLivedPart(String query, int maxAge, boolean isPrivate) {
        assertThat(policy(query)).isEqualTo(new CachePolicy(maxAge, isPrivate));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ article { outlet { name } } }",
                "{ motto count }",
                "{ motto __schema { types { name } } }",
                "{ __typename }",
                "mutation { touch { headline } }"
            })
    void nothingIsKeptThatSaysNothing(String query) {
        assertThat(policy(query).maxAge()).isZero();
    }

    @Test
    void hintsStandInTheSupergraphThatIsWritten() {
        Supergraph read = SupergraphSdlReader.read(COMPOSED.sdl());

        assertThat(read.getType("Article").traits().cache())
                .isEqualTo(COMPOSED.getType("Article").traits().cache())
                .isNotNull();
    }
}
