package org.khabar.gateway.differential;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.SchemaPrinter.Options;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gateway over each split answers generated operations as one server does.
 *
 * <p>{@code -Dkhabar.differential.queries=10000} runs more of them over all splits, {@code -Dkhabar.differential.seed=7}
 * others. A report names the seed of its operation; with that seed and one query per split, it alone is run again.
 */
class DifferentialTest {
    private static final int QUERIES = Integer.getInteger("khabar.differential.queries", 1000);
    private static final long SEED = Long.getLong("khabar.differential.seed", 1);

    private static final Domain DOMAIN = Domain.load();
    private static final World WORLD = World.load();
    private static final Monolith MONOLITH = new Monolith(DOMAIN, WORLD);
    private static final List<Split> SPLITS = Split.loadAll();

    static List<Split> splits() {
        return SPLITS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void everySplitComposesToTheSchemaOfTheOneServer(Split split) {
        SplitGateway gateway = new SplitGateway(DOMAIN, WORLD, split);

        SchemaPrinter printer = new SchemaPrinter(Options.defaultOptions()
                .includeDirectives(false)
                .includeDirectiveDefinitions(false)
                .includeScalarTypes(true));
        assertThat(printer.print(gateway.apiSchema())).isEqualTo(printer.print(DOMAIN.schema()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("splits")
    void theGatewayAnswersAsOneServerDoes(Split split) {
        Bench bench = new Bench(DOMAIN, WORLD, MONOLITH, split);
        int share = Math.max(1, QUERIES / SPLITS.size());
        long firstSeed = SEED + (QUERIES < SPLITS.size() ? 0 : (long) SPLITS.indexOf(split) * share);
        System.out.printf("Split %s: seeds %d to %d%n", split.name(), firstSeed, firstSeed + share - 1);

        List<String> reports = new Differential(DOMAIN, WORLD, bench).run(firstSeed, share);

        assertThat(reports).as("operations that are answered differently").isEmpty();
    }
}
