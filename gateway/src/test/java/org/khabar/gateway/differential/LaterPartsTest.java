package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All payloads of an answer that comes in parts make the answer that comes at once, over the operations and splits of
 * {@link DifferentialTest}.
 */
class LaterPartsTest {
    private static final int QUERIES = Integer.getInteger("khabar.differential.queries", 1000);
    private static final long SEED = Long.getLong("khabar.differential.seed", 1);

    private static final Domain DOMAIN = Domain.load();
    private static final World WORLD = World.load();
    private static final Monolith MONOLITH = new Monolith(DOMAIN, WORLD);
    private static final List<Split> SPLITS = Split.loadAll();
    private static final String MUTATION =
            Objects.requireNonNull(DOMAIN.schema().getMutationType()).getName();

    static List<Split> splits() {
        return SPLITS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void partsMakeTheWhole(Split split) {
        SplitGateway gateway = new SplitGateway(DOMAIN, WORLD, split);
        OperationGenerator operations = new OperationGenerator(DOMAIN, WORLD);
        int share = Math.max(1, QUERIES / SPLITS.size());
        long first = SEED + (long) SPLITS.indexOf(split) * share;
        int inParts = 0;
        for (long seed = first; seed < first + share; seed++) {
            Operation plain = operations.generate(seed);
            Operation later = LaterParts.of(plain, seed, MUTATION);
            List<byte[]> payloads = gateway.answerInParts(new Trial(later, Weather.CALM));
            Answer whole = gateway.answer(new Trial(plain, Weather.CALM));

            inParts += payloads.size() > 1 ? 1 : 0;
            Answer merged = Answer.ofParts(payloads);
            assertThat(merged.data())
                    .as("seed %d of split %s:%n%s", seed, split.name(), later.text())
                    .isEqualTo(whole.data());
            assertThat(merged.errors())
                    .as("errors of seed %d of split %s:%n%s", seed, split.name(), later.text())
                    .containsExactlyInAnyOrderElementsOf(whole.errors());
        }
        assertThat(inParts).as("answers in parts").isGreaterThan(share / 4);
    }

    /** A null that may not be takes less away when parts come later, so that the answers are not the same then. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void whatFailsNeverMakesPartsContradictTheWhole(Split split) {
        Bench bench = new Bench(DOMAIN, WORLD, MONOLITH, split);
        OperationGenerator operations = new OperationGenerator(DOMAIN, WORLD);
        int share = Math.max(1, QUERIES / SPLITS.size());
        long first = SEED + 1_000_000 + (long) SPLITS.indexOf(split) * share;
        for (long seed = first; seed < first + share; seed++) {
            Operation plain = operations.generate(seed);
            Operation later = LaterParts.of(plain, seed, MUTATION);
            Weather weather = bench.weather(seed, 80);
            Answer merged = Answer.ofParts(bench.gateway().answerInParts(new Trial(later, weather)));
            Answer whole = bench.gateway().answer(new Trial(plain, weather));

            assertThat(agree(merged.data(), whole.data()))
                    .as("seed %d of split %s:%n%s%n%s%n%s", seed, split.name(), later.text(), merged, whole)
                    .isTrue();
            assertThat(merged.errors().isEmpty())
                    .as("no errors of seed %d of split %s:%n%s", seed, split.name(), later.text())
                    .isEqualTo(whole.errors().isEmpty());
        }
    }

    /** Whether two answers are the same but for what is null or missing in one. */
    private static boolean agree(JsonNode one, JsonNode other) {
        if (one.isNull() || other.isNull() || one.isMissingNode() || other.isMissingNode()) {
            return true;
        }
        if (one.isArray() && other.isArray()) {
            return IntStream.range(0, Math.min(one.size(), other.size()))
                    .allMatch(i -> agree(one.get(i), other.get(i)));
        }
        return one.isObject() && other.isObject()
                ? one.properties().stream().allMatch(field -> agree(field.getValue(), other.path(field.getKey())))
                : one.equals(other);
    }
}
